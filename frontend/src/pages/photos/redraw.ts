/** A picture drawn anew: smaller, upright, and without what a camera writes into its file, such as the place. */

const LONGEST = 1600;
const QUALITY = 0.85;

export interface Drawn {
  image: Blob;
  width: number;
  height: number;
}

/** Throws an Error with a sentence where the file is no picture that this browser can read. */
export async function redraw(file: Blob): Promise<Drawn> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => {
    throw new Error("This browser can’t read that file as a picture; choose a JPEG or PNG.");
  });
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const image = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
  if (!image) throw new Error("This browser can’t write pictures; try another one.");
  return { image, width: canvas.width, height: canvas.height };
}
