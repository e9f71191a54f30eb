// The exact distance of two histograms, with its plan and its proof:
//   jshell --class-path wgan4j-transport.jar examples/transport.jsh

import org.wgan4j.transport.*
import org.wgan4j.transport.solver.OptimalTransport

var source = Measure.histogram(12, 7, 4, 1, 19, 14, 9, 6, 3, 2).normalized()
var target = Measure.histogram(1, 5, 11, 17, 13, 9, 6, 4, 3, 2).normalized()
var solution = OptimalTransport.between(source, target).cost(Cost.EUCLIDEAN).solve()

System.out.println("W1 = " + solution.distance())
System.out.println("the optimum is no more than " + solution.dualityGap() + " below, by " + solution.plan().size() + " moves")
/exit
