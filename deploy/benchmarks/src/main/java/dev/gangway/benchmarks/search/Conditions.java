package dev.gangway.benchmarks.search;

/**
 * What was measured on.
 *
 * @param device of PyTorch
 * @param threads that PyTorch computes with
 * @param processors of the machine that this process may use
 * @param system operating system and architecture
 * @param java the virtual machine
 */
public record Conditions(String device, int threads, int processors, String system, String java) {

    /** This machine. */
    public static Conditions here(String device, int threads) {
        return new Conditions(
                device,
                threads,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
    }
}
