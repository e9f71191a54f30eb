package org.wgan4j.gan.torch;

import java.util.function.Supplier;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * The span within which native memory lives: everything that is made inside {@link #run} is freed when it ends.
 *
 * <p>One scope stands around one training step; tensors that must outlive it are handed to {@link #keep}. Scopes nest and belong to the
 * thread that opened them.
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

    /** Runs the work, frees every native object that it made, and hands on its result, which must not be native unless kept. */
    public static <T> T get(Supplier<T> work) {
        try (PointerScope scope = new PointerScope()) {
            assert scope != null;
            return work.get();
        }
    }

    /** Lets a tensor outlive the innermost scope; whoever calls this closes the tensor. */
    public static Tensor keep(Tensor tensor) {
        PointerScope scope = PointerScope.getInnerScope();
        if (scope != null) {
            tensor.retainReference();
            scope.detach(tensor);
        }
        return tensor;
    }

    /** How many native objects are alive in this process: the number that must not grow from step to step. */
    public static long liveObjects() {
        return Pointer.totalCount();
    }
}
