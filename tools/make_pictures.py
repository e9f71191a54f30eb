"""Writes the small pictures of the tests of gan's package picture: kinds that Java's own ImageIO cannot write. Needs Pillow.

  python tools/make_pictures.py gan/src/test/resources/org/wgan4j/gan/picture
"""
import sys
from pathlib import Path

from PIL import Image

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)

# One colour each: sRGB (200, 30, 60), or what is named.
red = Image.new("RGB", (16, 12), (200, 30, 60))
red.save(folder / "red.webp", lossless=True)
red.save(folder / "red-lossy.webp", quality=90)
red.convert("CMYK").save(folder / "red-cmyk.jpg", quality=95)
Image.new("L", (16, 12), 128).save(folder / "grey.jpg", quality=95)
Image.new("RGBA", (16, 12), (200, 30, 60, 0)).save(folder / "clear.webp", lossless=True, exact=True)

# The upper left quarter red, the rest white; to be seen upright after what the orientation of EXIF says.
upright = Image.new("RGB", (32, 16), (255, 255, 255))
upright.paste((255, 0, 0), (0, 0, 16, 8))
stored = {
    1: [],
    2: [Image.Transpose.FLIP_LEFT_RIGHT],
    3: [Image.Transpose.ROTATE_180],
    4: [Image.Transpose.FLIP_TOP_BOTTOM],
    5: [Image.Transpose.TRANSPOSE],
    6: [Image.Transpose.ROTATE_90],
    7: [Image.Transpose.TRANSVERSE],
    8: [Image.Transpose.ROTATE_270],
}
for orientation, steps in stored.items():
    image = upright
    for step in steps:
        image = image.transpose(step)
    exif = Image.Exif()
    exif[0x0112] = orientation
    image.save(folder / f"orientation-{orientation}.jpg", quality=95, subsampling=0, exif=exif)
