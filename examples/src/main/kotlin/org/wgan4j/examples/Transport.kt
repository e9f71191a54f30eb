package org.wgan4j.examples

import org.wgan4j.transport.Cost
import org.wgan4j.transport.Measure
import org.wgan4j.transport.Solution
import org.wgan4j.transport.solver.OptimalTransport

/** The exact transport between two sets of points, each with the same share of the mass, under the squared distance. */
fun transport(source: List<DoubleArray>, target: List<DoubleArray>): Solution =
    OptimalTransport.between(Measure.samples(source.toTypedArray()), Measure.samples(target.toTypedArray()))
        .cost(Cost.SQUARED_EUCLIDEAN)
        .solve()

fun main() {
    val square = listOf(doubleArrayOf(0.0, 0.0), doubleArrayOf(1.0, 0.0), doubleArrayOf(0.0, 1.0), doubleArrayOf(1.0, 1.0))
    val moved = square.map { (x, y) -> doubleArrayOf(x + 3, y + 4) }
    val solution = transport(square, moved)
    println("W2 = ${solution.distance()}, proved to ${solution.dualityGap()}")
}
