/** The four official files of MNIST as resources. */
module org.wgan4j.mnist {
    requires static transitive org.jspecify;

    exports org.wgan4j.mnist;
}
