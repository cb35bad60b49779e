using CsCheck;
using MechanismDsl.Generators.Tests.Differential;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using Environment = MechanismDsl.Theory.Problems.Environment;
using Floor = MechanismDsl.Theory.Problems.ReserveKind;
using Goal = MechanismDsl.Theory.Problems.Objective;

namespace MechanismDsl.Generators.Tests.Service;

/// <summary>Random problems in which several agents are served: both sides, all goals and payment rules, money types, reserves, weights, prior families.</summary>
internal static class RandomServices
{
    private static readonly Gen<Reserve?> Reserves = Gen.OneOf(
        Gen.Const((Reserve?)null),
        Gen.Const((Reserve?)null),
        Gen.Int[1, 24].Select(Reserve? (amount) => new Reserve(amount / 4.0, Floor.Eager)),
        Gen.Const((Reserve?)new Reserve(null, Floor.Eager)));

    /// <summary>Problems over a random number of identical items.</summary>
    public static readonly Gen<Problem> Items = Of(
        Gen.Int[1, 4].Select(units => (EnvironmentName.IdenticalItems, (FeasibleSet)new ServeAtMost(units))),
        [new PaymentRule.PayAsBid(), new PaymentRule.UniformPrice()]);

    /// <summary>Problems over random slots, some of them alike.</summary>
    public static readonly Gen<Problem> Positions = Of(
        Gen.Int[1, 6].Array[1, 3].Select(clicks => (EnvironmentName.Positions, (FeasibleSet)new Slots(clicks.OrderDescending().Select(count => (double)count).ToEquatableArray()))),
        [new PaymentRule.PayAsBid(), new PaymentRule.GeneralizedSecondPrice()]);

    /// <summary>Problems over random slots with reserves of their own, which go with unweighted values alone.</summary>
    public static readonly Gen<Problem> Reserved =
        from clicks in Gen.Int[1, 6].Array[1, 4]
        from reserves in Gen.Int[0, 24].Array[clicks.Length]
        from agents in Gen.Int[0, 2].Array[1, 5]
        from isNamed in Gen.Bool
        from money in RandomProblems.Monies
        from ties in OneOf(TieBreaking.LowestIndex, TieBreaking.Priority)
        let slots = new Slots([.. clicks.OrderDescending().Select(count => (double)count)]) { Reserves = [.. reserves.OrderDescending().Select(amount => amount / 4.0)] }
        select Problem(Side.Buyer, (EnvironmentName.Positions, slots), Goal.Efficient, new PaymentRule.Threshold(), [.. agents.Select(priority => new Agent(null, Side.Buyer, null) { Priority = priority })], isNamed, false, money, ties, 0) with
        {
            Information = Information.Unknown,
            Participation = Participation.Unspecified,
        };

    private static Gen<Problem> Of(Gen<(EnvironmentName Name, FeasibleSet Feasible)> environments, PaymentRule[] others) =>
        from side in OneOf(Side.Buyer, Side.Buyer, Side.Supplier)
        from environment in environments
        from goal in OneOf<(Goal Objective, PaymentRule? Payments)>(
            [(Goal.Efficient, null), (Goal.Efficient, null), (Goal.RevenueOptimal, null), (Goal.RevenueOptimal, null), .. others.Select(other => (Goal.BestReport, (PaymentRule?)other))])
        from agents in Gen.Select(RandomProblems.Priors, Reserves, Gen.Int[0, 2], Gen.Int[1, 3], (prior, reserve, priority, weight) =>
            new Agent(null, side, prior) { Reserve = reserve, Priority = priority, Weight = weight }).Array[1, 4]
        from isNamed in Gen.Bool
        from isWeighted in OneOf(false, false, true)
        from money in RandomProblems.Monies
        from ties in OneOf(TieBreaking.LowestIndex, TieBreaking.LowestIndex, TieBreaking.Priority)
        from worth in Gen.Int[0, 3]
        select Problem(side, environment, goal.Objective, goal.Payments ?? new PaymentRule.Threshold(), agents, isNamed, isWeighted && goal.Objective == Goal.Efficient, money, ties, worth);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Problem Problem(
        Side side,
        (EnvironmentName Name, FeasibleSet Feasible) environment,
        Goal objective,
        PaymentRule payments,
        Agent[] agents,
        bool isNamed,
        bool isWeighted,
        Money money,
        TieBreaking ties,
        int worth)
    {
        side = environment.Feasible is Slots ? Side.Buyer : side;
        agents = [.. agents.Select((agent, index) => agent with
        {
            Name = isNamed ? $"Agent{index}" : null,
            Side = side,
            Weight = isNamed && isWeighted ? agent.Weight : 1,
            Reserve = objective == Goal.RevenueOptimal ? null : agent.Reserve,
        })];
        var cost = side == Side.Supplier ? -(worth + 4) : objective == Goal.RevenueOptimal ? worth / 2.0 : 0;
        return new Problem
        {
            Environment = new Environment(environment.Name, Kernel.SingleParameter, environment.Feasible, Absence.Unserved, new Ownership.Platform(), new SocialCost.PerServed(cost)),
            Population = isNamed ? new Population.Named(agents.ToEquatableArray()) : new Population.Alike(0, null, agents[0]),
            Information = Information.IndependentPriors,
            Participation = Participation.Interim,
            Objective = objective,
            Payments = payments,
            Ties = ties,
            Money = money,
            Claims = [],
        };
    }
}
