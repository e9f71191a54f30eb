package org.wgan4j.app.cli;

import org.wgan4j.gan.audit.AuditReport;
import org.wgan4j.gan.audit.Labels;
import org.wgan4j.gan.run.RunDirectory;

/** The classes of the generated images of an audit. */
final class GeneratedClasses {
    private GeneratedClasses() {}

    /** Not known yet. */
    static Labels of(AuditReport report, RunDirectory run) {
        return Labels.UNKNOWN;
    }
}
