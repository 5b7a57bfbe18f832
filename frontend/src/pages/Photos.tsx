/** Photos of the body: taken or chosen, compared and saved here, and kept nowhere but on this device. */

import { useEffect, useRef, useState } from "preact/hooks";
import { newThingId, today } from "../log";
import { Button, Card, EmptyState, Field, IconButton, Page, Pad, Skeleton, toast } from "../ui";
import { Compare } from "./photos/Compare";
import { redraw } from "./photos/redraw";
import { type Photo, VIEWS, type View, allPhotos, deleteAllPhotos, deletePhoto, keepPhoto } from "./photos/store";
import { zip } from "./photos/zip";
import { capital, fullDate, plural } from "./words";
import "./common.css";
import "./photos/photos.css";

export default function Photos() {
  const [photos, setPhotos] = useState<readonly Photo[] | null>(null);
  const [problem, setProblem] = useState("");
  const urls = useUrls(photos ?? []);
  const load = () =>
    allPhotos().then(setPhotos, () => {
      setPhotos([]);
      setProblem("This browser window keeps nothing, so no photo can be kept here. Use a normal window.");
    });
  useEffect(() => void load(), []);

  const attempt = async (work: () => Promise<void>) => {
    setProblem("");
    try {
      await work();
    } catch (error) {
      setProblem(sentence(error));
    }
    await load();
  };
  const add = (file: File, view: View, date: string) =>
    attempt(async () => {
      await keepPhoto({ id: newThingId(), date, view, ...(await redraw(file)) });
      void navigator.storage?.persist?.();
      toast(`${capital(view)}, ${fullDate(date)}: kept on this device.`);
    });
  const drop = (photo: Photo) =>
    attempt(async () => {
      await deletePhoto(photo.id);
      toast(`${nameOf(photo)} deleted.`, () => void attempt(() => keepPhoto(photo)));
    });
  return (
    <Page title="Photos" back="/body">
      <p class="notice">
        Photos stay on this device. They are never uploaded, and they are not in the export of your data. If you clear this browser’s data or lose the phone,
        they are gone: save them as a file.
      </p>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {photos === null ? (
        <Skeleton rows={2} />
      ) : (
        <div class="columns">
          <div class="stack">
            <Add onAdd={(file, view, date) => void add(file, view, date)} />
            {photos.length === 0 && <EmptyState title="No photo yet">Front, side and back, every four weeks or so, show more than the mirror does each day.</EmptyState>}
            <Album photos={photos} urls={urls} onDelete={(photo) => void drop(photo)} />
          </div>
          <div class="stack">
            <Compare photos={photos} urls={urls} />
            {photos.length > 0 && <Keep photos={photos} onDeleteAll={() => void attempt(deleteAllPhotos)} />}
          </div>
        </div>
      )}
    </Page>
  );
}

function Add({ onAdd }: { onAdd: (file: File, view: View, date: string) => void }) {
  const [view, setView] = useState<View>("front");
  const [date, setDate] = useState(today());
  const input = useRef<HTMLInputElement>(null);
  const ahead = date > today();
  return (
    <Card title="A new photo">
      <Pad words label="View" options={VIEWS.map((value) => ({ value, label: capital(value) }))} value={view} onPick={setView} />
      <Field label="Day" type="date" value={date} problem={ahead ? "This day is still to come; choose today or an earlier one." : undefined} onInput={(typed) => typed && setDate(typed)} />
      <Button look="primary" large wide icon="camera" disabled={ahead} onClick={() => input.current?.click()}>
        Take or choose a photo
      </Button>
      <input
        ref={input}
        class="visually-hidden"
        type="file"
        tabIndex={-1}
        aria-label="Photo"
        accept="image/*"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          if (file) onAdd(file, view, date);
        }}
      />
    </Card>
  );
}

interface AlbumProps {
  photos: readonly Photo[];
  urls: ReadonlyMap<string, string>;
  onDelete: (photo: Photo) => void;
}

function Album({ photos, urls, onDelete }: AlbumProps) {
  const dates = [...new Set(photos.map(({ date }) => date))];
  return (
    <>
      {dates.map((date) => (
        <Card key={date} title={fullDate(date)}>
          <ul class="album">
            {photos
              .filter((photo) => photo.date === date)
              .map((photo) => (
                <li key={photo.id}>
                  <img src={urls.get(photo.id)} width={photo.width} height={photo.height} alt={nameOf(photo)} />
                  <span class="row">
                    <span class="grow">{capital(photo.view)}</span>
                    <IconButton icon="download" label={`Save ${nameOf(photo)}`} onClick={() => save(photo.image, fileName(photo))} />
                    <IconButton icon="trash" label={`Delete ${nameOf(photo)}`} onClick={() => onDelete(photo)} />
                  </span>
                </li>
              ))}
          </ul>
        </Card>
      ))}
    </>
  );
}

function Keep({ photos, onDeleteAll }: { photos: readonly Photo[]; onDeleteAll: () => void }) {
  const [sure, setSure] = useState(false);
  return (
    <Card title={`${plural(photos.length, "photo")} on this device`}>
      <div class="row wrap">
        <Button icon="download" onClick={() => void saveAll(photos)}>
          Save all as one file
        </Button>
        {sure ? (
          <>
            <Button look="danger" icon="trash" onClick={onDeleteAll}>
              Yes, delete {plural(photos.length, "photo")}
            </Button>
            <Button look="plain" onClick={() => setSure(false)}>
              Keep them
            </Button>
          </>
        ) : (
          <Button look="outline" icon="trash" onClick={() => setSure(true)}>
            Delete all
          </Button>
        )}
      </div>
      <p class="soft small">What a camera writes into a photo, such as the place, is taken out when it is kept.</p>
    </Card>
  );
}

const nameOf = ({ view, date }: Photo): string => `${capital(view)}, ${fullDate(date)}`;
const fileName = ({ view, date, id }: Photo): string => `legday-${date}-${view}-${id.slice(-4)}.jpg`;

async function saveAll(photos: readonly Photo[]): Promise<void> {
  const files = await Promise.all(
    photos.map(async (photo) => ({ name: fileName(photo), content: new Uint8Array(await photo.image.arrayBuffer()), date: photo.date })),
  );
  save(zip(files), `legday-photos-${today()}.zip`);
}

function save(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function sentence(error: unknown): string {
  if (error instanceof DOMException && error.name === "QuotaExceededError") return "This device is full, and the photo was not kept. Free some space and try again.";
  return error instanceof Error ? error.message : "Something went wrong; try again.";
}

/** An address for each photo, as long as it is shown. */
function useUrls(photos: readonly Photo[]): ReadonlyMap<string, string> {
  const urls = useRef(new Map<string, string>());
  const shown = new Set(photos.map(({ id }) => id));
  for (const [id, url] of urls.current) {
    if (!shown.has(id)) {
      URL.revokeObjectURL(url);
      urls.current.delete(id);
    }
  }
  for (const { id, image } of photos) {
    if (!urls.current.has(id)) urls.current.set(id, URL.createObjectURL(image));
  }
  useEffect(
    () => () => {
      for (const url of urls.current.values()) URL.revokeObjectURL(url);
    },
    [],
  );
  return urls.current;
}
