/** Generative adversarial networks on libtorch: networks, objectives, data, training and evaluation. */
module org.wgan4j.gan {
    requires static transitive org.jspecify;
    requires java.desktop;
    requires java.management;
    requires org.bytedeco.openblas;
    requires org.slf4j;
    requires org.snakeyaml.engine;
    requires org.wgan4j.mnist;
    requires tools.jackson.databind;
    requires transitive org.bytedeco.pytorch;
    requires transitive org.wgan4j.transport;

    exports org.wgan4j.gan;
    exports org.wgan4j.gan.audit;
    exports org.wgan4j.gan.benchmark;
    exports org.wgan4j.gan.checkpoint;
    exports org.wgan4j.gan.classifier;
    exports org.wgan4j.gan.convolution;
    exports org.wgan4j.gan.data;
    exports org.wgan4j.gan.evaluation;
    exports org.wgan4j.gan.format;
    exports org.wgan4j.gan.inference;
    exports org.wgan4j.gan.metric;
    exports org.wgan4j.gan.metric.pixels;
    exports org.wgan4j.gan.metric.sample;
    exports org.wgan4j.gan.metric.statistics;
    exports org.wgan4j.gan.network;
    exports org.wgan4j.gan.network.architecture;
    exports org.wgan4j.gan.network.layer;
    exports org.wgan4j.gan.objective;
    exports org.wgan4j.gan.optimizer;
    exports org.wgan4j.gan.picture;
    exports org.wgan4j.gan.recipe;
    exports org.wgan4j.gan.recipe.setting;
    exports org.wgan4j.gan.run;
    exports org.wgan4j.gan.study;
    exports org.wgan4j.gan.torch;
    exports org.wgan4j.gan.training;
    exports org.wgan4j.gan.training.event;
    exports org.wgan4j.gan.training.loop;

    uses org.wgan4j.gan.data.NamedDataset;
    uses org.wgan4j.gan.recipe.ArchitectureDescription;
    uses org.wgan4j.gan.recipe.ObjectiveDescription;

    provides org.wgan4j.gan.recipe.ArchitectureDescription with
            org.wgan4j.gan.network.architecture.TutorialArchitecture,
            org.wgan4j.gan.network.architecture.DigitArchitecture,
            org.wgan4j.gan.network.architecture.CompactArchitecture,
            org.wgan4j.gan.network.architecture.MlpArchitecture;
    provides org.wgan4j.gan.recipe.ObjectiveDescription with
            org.wgan4j.gan.objective.Gan.Factory,
            org.wgan4j.gan.objective.Wgan.Factory,
            org.wgan4j.gan.objective.WganGp.Factory,
            org.wgan4j.gan.objective.WganLp.Factory;
}
