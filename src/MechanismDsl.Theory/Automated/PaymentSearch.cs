using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Automated;

/// <summary>The best payments for a decision that is given.</summary>
internal static class PaymentSearch
{
    /// <summary>
    /// The best payments for the decision of a task. Where none make truth a best report, the cycle that says so is found first: it needs no program, and explains more
    /// than a sum of constraints.
    /// </summary>
    /// <param name="task">A task with a decision.</param>
    /// <param name="cancellation">Checked at every pivot.</param>
    public static DesignAnswer Solve(DesignTask task, CancellationToken cancellation)
    {
        var lotteries = task.Lotteries ?? throw new ArgumentException("The task has no decision.", nameof(task));
        return Cycle(task, lotteries) ?? Of(task, lotteries, cancellation);
    }

    /// <summary>The payments that are best for the goal with given lotteries; where the goal is the same with all of them, those with the greatest revenue.</summary>
    /// <param name="task">The guarantees and the goal.</param>
    /// <param name="lotteries">For each profile the probability of every outcome.</param>
    /// <param name="cancellation">Checked at every pivot.</param>
    public static DesignAnswer Of(DesignTask task, EquatableArray<EquatableArray<Fraction>> lotteries, CancellationToken cancellation)
    {
        var whole = task.Program(lotteries);
        var size = (whole.Program.Variables.Count, whole.Program.Constraints.Count);
        if ((long)size.Item1 * size.Item2 > MechanismOptimiser.MostCells)
        {
            return new DesignAnswer.Limit(size.Item1, size.Item2, 0);
        }

        // What does not depend on payments is the same for all of them; then revenue decides, if it has a bound.
        var weight = task.Optimum.Goal == OptimumGoal.Own ? task.Optimum.PaymentWeight : Fraction.One;
        var isIndifferent = task.Optimum.Goal == OptimumGoal.Welfare || weight.IsZero;
        whole.Program.Maximise(new LinearForm().Add(whole.ExpectedPayments(), weight.IsZero ? Fraction.One : weight));
        var answer = whole.Program.Solve(cancellation);
        if (answer is LinearAnswer.Unbounded && isIndifferent)
        {
            whole = task.Program(lotteries);
            answer = whole.Program.Solve(cancellation);
        }

        var found = MechanismOptimiser.Checked(task, whole, answer, size);
        if (found is not DesignAnswer.Best best)
        {
            return found;
        }

        var value = task.ValueOf(best.Mechanism);
        return best with { Value = value, Relaxation = value };
    }

    /// <summary>A cycle of types that no payments keep from lying; null if there is none, or beliefs differ, so that payments could depend on them.</summary>
    private static DesignAnswer? Cycle(DesignTask task, EquatableArray<EquatableArray<Fraction>> lotteries)
    {
        var (design, types) = (task.Design, task.Design.Types);
        if (task.Guarantees.Contains(Guarantee.DominantStrategyIncentiveCompatible))
        {
            var (_, agent, others, cycle) = CyclicMonotonicity.Of(design, lotteries);
            return cycle is null ? null : new DesignAnswer.NotImplementable(agent, others, cycle.Types, cycle.Gain);
        }

        if (!task.Prior.IsIndependent)
        {
            return null;
        }

        var rule = new FiniteMechanism(design, lotteries, lotteries.Select(_ => Enumerable.Repeat(Fraction.Zero, types.Agents).ToEquatableArray()).ToEquatableArray());
        for (var agent = 0; agent < types.Agents; agent++)
        {
            var values = Enumerable.Range(0, types.Counts[agent]).Select(type =>
                Enumerable.Range(0, types.Counts[agent]).Select(report => rule.InterimUtility(task.Prior, agent, type, report)).ToEquatableArray()).ToEquatableArray();
            if (CyclicMonotonicity.Of(values, design.Outside[agent]) is Implementability.Cycle interim)
            {
                return new DesignAnswer.NotImplementable(agent, types.Agents == 1 ? 0 : -1, interim.Types, interim.Gain);
            }
        }

        return null;
    }
}
