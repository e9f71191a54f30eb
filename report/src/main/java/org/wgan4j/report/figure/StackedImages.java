package org.wgan4j.report.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Images one below the other on white. Safe for use by several threads. */
public final class StackedImages {
    private StackedImages() {}

    /**
     * The stacked image in RGB, as wide as the widest panel; narrower ones are left-aligned.
     *
     * @param panels at least one
     */
    public static BufferedImage stacked(List<BufferedImage> panels) {
        int width = panels.stream().mapToInt(BufferedImage::getWidth).max().orElseThrow(() -> {
            throw new IllegalArgumentException("a stack needs at least one image");
        });
        int height = panels.stream().mapToInt(BufferedImage::getHeight).sum();
        BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, width, height);
            int top = 0;
            for (BufferedImage panel : panels) {
                pen.drawImage(panel, 0, top, null);
                top += panel.getHeight();
            }
        } finally {
            pen.dispose();
        }
        return page;
    }
}
