package org.wgan4j.transport;

/** A sum of products in twice the precision of a double (Ogita, Rump and Oishi 2005, algorithm 5.3). */
final class ProductSum {
    private double sum;
    private double lost;

    /** Adds a product; what its rounding and that of the sum take away is kept. */
    void add(double x, double y) {
        double product = x * y;
        double next = sum + product;
        double ofSum = Math.abs(sum) >= Math.abs(product) ? (sum - next) + product : (product - next) + sum;
        double ofProduct = Math.fma(x, y, -product);
        sum = next;
        lost += ofSum + ofProduct;
    }

    double value() {
        return Double.isFinite(lost) ? sum + lost : sum;
    }
}
