package org.wgan4j.report.retrieval;

/** Is told how a search goes on; called from several threads. */
public interface RetrievalListener {
    /** So many of all pictures have been read. */
    void read(int pictures, int all);

    /** Something a person should know. */
    void note(String message);
}
