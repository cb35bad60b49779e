using CsCheck;
using MechanismDsl.Generators.Tests.Differential;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using Environment = MechanismDsl.Theory.Problems.Environment;
using Floor = MechanismDsl.Theory.Problems.ReserveKind;
using Goal = MechanismDsl.Theory.Problems.Objective;

namespace MechanismDsl.Generators.Tests.Service;

/// <summary>Random problems in which sets of agents are compared by sums: limits of all kinds on named agents, and capacities with sizes, exact and greedy.</summary>
internal static class RandomSets
{
    private static readonly Gen<Reserve?> Reserves = Gen.OneOf(
        Gen.Const((Reserve?)null),
        Gen.Int[1, 24].Select(Reserve? (amount) => new Reserve(amount / 4.0, Floor.Eager)),
        Gen.Const((Reserve?)new Reserve(null, Floor.Eager)));

    /// <summary>Priors whose scores are few binary digits, ironed ones among them: where a rounded score ties with another one, either answer is right.</summary>
    private static readonly Gen<Prior> Priors = Gen.OneOf(
        Gen.Select(Gen.Int[0, 4], Gen.Int[1, 9], Prior (low, width) => new UniformPrior(low, low + width)),
        Gen.Int[0, 2].Select(Prior (power) => new ExponentialPrior((1 << power) / 8.0)),
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 6], Prior (low, width) => new UniformIntegersPrior(low, low + width)),
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 3], Prior (low, gap) => new DiscretePrior([low, low + gap, low + gap + 2], [2, 4, 2])),
        Gen.Int[1, 5].Select(Prior (low) => new DiscretePrior([low, low + 1, low + 4], [4, 4, 8])));

    private static readonly Gen<Agent[]> Agents = Gen.Select(Priors, Reserves, Gen.Int[0, 2], Gen.Int[1, 3], (prior, reserve, priority, weight) =>
        new Agent(null, Side.Buyer, prior) { Reserve = reserve, Priority = priority, Weight = weight }).Array[1, 5];

    /// <summary>Problems under random limits, whose agents that must be served fit together.</summary>
    public static readonly Gen<Problem> Limits =
        from agents in Agents
        from limits in Limit(agents.Length).Array[0, 3]
        from musts in Gen.Int[0, 3].Select(Gen.Int[0, agents.Length - 1], (dice, agent) => dice == 0 ? (int?)agent : null)
        from isSupplied in Gen.Int[0, 3]
        from draw in Draw
        let must = isSupplied == 0 ? null : musts
        let set = new Limited(agents.Length, must is { } agent ? [.. limits, new ServiceLimit.MustServe(agent)] : [.. limits])
        let feasible = must is { } served && !set.Admits(1 << served) ? new Limited(agents.Length, [new ServiceLimit.MustServe(served)]) : set
        select Problem(EnvironmentName.Services, feasible, isSupplied == 0 ? Side.Supplier : Side.Buyer, agents, isNamed: true, draw);

    /// <summary>Problems under limits on groups that are nested or share nobody: intervals of the agents, of which those are kept that overlap with none before.</summary>
    public static readonly Gen<Problem> Groups =
        from agents in Agents
        from ends in Gen.Select(Gen.Int[0, agents.Length - 1], Gen.Int[1, agents.Length], Gen.Int[0, 3], (low, size, most) => (Low: low, High: Math.Min(agents.Length, low + size), Most: most)).Array[1, 4]
        from isSupplied in Gen.Int[0, 3]
        from draw in Draw
        let kept = ends.Where((own, index) => ends.Take(index).All(other => other.High <= own.Low || own.High <= other.Low || (other.Low <= own.Low && own.High <= other.High) || (own.Low <= other.Low && other.High <= own.High)))
        let feasible = new Limited(agents.Length, [.. kept.Select(one => new ServiceLimit.AtMost(one.Most, Enumerable.Range(one.Low, one.High - one.Low).ToEquatableArray()))])
        select Problem(EnvironmentName.Services, feasible, isSupplied == 0 ? Side.Supplier : Side.Buyer, agents, isNamed: true, draw);

    /// <summary>Problems over a random capacity; the sizes of alike agents come with the run.</summary>
    public static readonly Gen<Problem> Knapsacks =
        from agents in Agents
        from sizes in Gen.Int[1, 6].Array[agents.Length]
        from capacity in Gen.Int[6, 12]
        from isNamed in Gen.Bool
        from isGreedy in Gen.Bool
        from draw in Draw
        select Problem(EnvironmentName.Knapsack, new WithinCapacity(capacity, isNamed ? sizes.ToEquatableArray() : [], isGreedy), Side.Buyer, agents, isNamed, draw);

    private static Gen<(bool IsOptimal, bool IsWeighted, Money Money, TieBreaking Ties, int Worth)> Draw =>
        Gen.Select(Gen.Bool, Gen.Int[0, 2], RandomProblems.Monies, Gen.Bool, Gen.Int[0, 3], (isOptimal, weighted, money, byPriority, worth) =>
            (isOptimal, weighted == 0, money, byPriority ? TieBreaking.Priority : TieBreaking.LowestIndex, worth));

    private static Gen<ServiceLimit> Limit(int agents) =>
        from set in Gen.Int[1, (1 << agents) - 1]
        from most in Gen.Int[0, 3]
        from sizes in Gen.Int[1, 6].Array[agents]
        from capacity in Gen.Int[5, 12]
        from isCapacity in Gen.Bool
        let members = Enumerable.Range(0, agents).Where(agent => ((set >> agent) & 1) != 0).ToEquatableArray()
        select isCapacity
            ? new ServiceLimit.Capacity(capacity, members, members.Select(agent => sizes[agent]).ToEquatableArray())
            : (ServiceLimit)new ServiceLimit.AtMost(most, members);

    private static Problem Problem(
        EnvironmentName name, FeasibleSet feasible, Side side, Agent[] agents, bool isNamed, (bool IsOptimal, bool IsWeighted, Money Money, TieBreaking Ties, int Worth) draw)
    {
        var hasMust = feasible is Limited { IsDownwardClosed: false };
        agents = [.. agents.Select((agent, index) => agent with
        {
            Name = isNamed ? $"Agent{index}" : null,
            Side = side,
            Weight = isNamed && draw.IsWeighted && !draw.IsOptimal ? agent.Weight : 1,
            Reserve = draw.IsOptimal || (hasMust && (agent.Reserve is { Amount: null } || ((Limited)feasible).MustServe(index))) ? null : agent.Reserve,
        })];
        var buysAtAnyCost = side == Side.Supplier && agents.All(agent => agent.Reserve is not null && agent.Weight == 1);
        var cost = buysAtAnyCost ? double.NegativeInfinity : side == Side.Supplier ? -(draw.Worth + 4.5) : draw.Worth / 2.0;
        return new Problem
        {
            Environment = new Environment(name, Kernel.SingleParameter, feasible, Absence.Unserved, new Ownership.Platform(), new SocialCost.PerServed(cost)),
            Population = isNamed ? new Population.Named(agents.ToEquatableArray()) : new Population.Alike(0, null, agents[0]),
            Information = Information.IndependentPriors,
            Participation = Participation.Interim,
            Objective = draw.IsOptimal ? Goal.RevenueOptimal : Goal.Efficient,
            Payments = new PaymentRule.Threshold(),
            Ties = draw.Ties,
            Money = draw.Money,
            Claims = [],
        };
    }
}
