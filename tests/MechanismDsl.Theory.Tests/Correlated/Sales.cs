using Fractions;
using MechanismDsl.Theory.Correlated;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using Environment = MechanismDsl.Theory.Problems.Environment;

namespace MechanismDsl.Theory.Tests.Correlated;

/// <summary>Sales of one item to agents with correlated types.</summary>
internal static class Sales
{
    public static Problem Problem(double[][] values, JointDistribution prior, TieBreaking ties = TieBreaking.LowestIndex, double cost = 0, Money? money = null) => new()
    {
        Environment = new Environment(EnvironmentName.SingleItem, Kernel.SingleParameter, new ServeAtMost(1), Absence.Unserved, new Ownership.Platform(), new SocialCost.PerServed(cost)),
        Population = new Population.Named(values.Select((types, agent) => new Agent($"Agent{agent}", Side.Buyer, null) { Types = types.ToEquatableArray(), Priority = agent }).ToEquatableArray()),
        Information = Information.JointPrior,
        Participation = Participation.Interim,
        Objective = Objective.Efficient,
        Payments = new PaymentRule.BeliefElicitation(),
        Ties = ties,
        Money = money ?? new Money(MoneyKind.Double),
        Claims = [],
        Joint = prior,
    };

    public static SolvedExtraction Solve(double[][] values, JointDistribution prior, TieBreaking ties = TieBreaking.LowestIndex, double cost = 0, Money? money = null) =>
        ExtractionSolver.Solve(Problem(values, prior, ties, cost, money), default);

    public static JointDistribution Prior(int[] counts, params int[] weights) =>
        JointDistribution.FromWeights(new TypeSpace(counts.ToEquatableArray()), [.. weights.Select(weight => new Fraction(weight))]);

    /// <summary>The payments of an agent, one row a type of agent 0 and one column a type of agent 1.</summary>
    public static Fraction[][] Payments(FiniteMechanism mechanism, int agent)
    {
        var types = mechanism.Design.Types;
        return [.. Enumerable.Range(0, types.Counts[0]).Select(row => Enumerable.Range(0, types.Counts[1]).Select(column => mechanism.Payments[types.ProfileOf([row, column])][agent]).ToArray())];
    }
}
