package dev.nn.spark;

import java.io.IOException;
import java.util.Arrays;
import org.apache.spark.deploy.master.Master;
import org.apache.spark.deploy.worker.Worker;

/** A process of a cluster, which ends when the process that has started it does. */
final class ClusterProcess {
  private ClusterProcess() {}

  public static void main(String[] args) {
    endWithParent();
    String[] rest = Arrays.copyOfRange(args, 1, args.length);
    if (args[0].equals("master")) {
      Master.main(rest);
    } else {
      Worker.main(rest);
    }
  }

  /** Standard input ends when nobody is at its other end any more. */
  static void endWithParent() {
    Thread watch =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // Nobody writes anything.
                }
              } catch (IOException e) {
                // The same as its end.
              }
              Runtime.getRuntime().exit(0);
            },
            "watch of the parent");
    watch.setDaemon(true);
    watch.start();
  }
}
