package org.wgan4j.gan.torch;

import java.util.function.Supplier;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * A memory scope for native objects: all that are created inside {@link #run} are freed when it ends.
 *
 * <p>Each training step runs in one scope; tensors that must outlive it are passed to {@link #keep}. Scopes nest and belong to the thread that
 * opened them.
 */
public final class NativeScope {
    private NativeScope() {}

    /** Runs the work and frees every native object that it made, also when it fails. */
    public static void run(Runnable work) {
        try (PointerScope scope = new PointerScope()) {
            assert scope != null;
            work.run();
        }
    }

    /** Runs the work, frees every native object that it made, and returns its result, which must not be native unless kept. */
    public static <T> T get(Supplier<T> work) {
        try (PointerScope scope = new PointerScope()) {
            assert scope != null;
            return work.get();
        }
    }

    /** Detaches a tensor from the innermost scope; the caller closes it. */
    public static Tensor keep(Tensor tensor) {
        PointerScope scope = PointerScope.getInnerScope();
        if (scope != null) {
            tensor.retainReference();
            scope.detach(tensor);
        }
        return tensor;
    }

    /** How many native objects are alive in this process: it must not grow from step to step. */
    public static long liveObjects() {
        return Pointer.totalCount();
    }
}
