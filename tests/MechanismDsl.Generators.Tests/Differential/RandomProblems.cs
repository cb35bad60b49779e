using CsCheck;
using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using Floor = MechanismDsl.Theory.Problems.ReserveKind;
using Goal = MechanismDsl.Theory.Problems.Objective;

namespace MechanismDsl.Generators.Tests.Differential;

/// <summary>Random single-item problems over both sides, all payment and tie rules, money types, reserves and prior families with exact scores.</summary>
internal static class RandomProblems
{
    /// <summary>Prior families with exact scores.</summary>
    public static readonly Gen<Prior> Priors = Gen.OneOf(
        Gen.Select(Gen.Int[0, 4], Gen.Int[1, 9], Prior (low, width) => new UniformPrior(low, low + width)),
        Gen.Int[1, 4].Select(Prior (rate) => new ExponentialPrior(rate / 8.0)),
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5], Gen.Int[1, 9], Prior (first, second, mass) =>
            new HistogramPrior([0, first, first + second], [mass / 10.0, 1 - (mass / 10.0)])),
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[1, 9], Prior (first, second, weight) =>
            new DiscretePrior([first, first + second, first + second + 3], [weight, 10 - weight, 4])),
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 6], Prior (low, width) => new UniformIntegersPrior(low, low + width)),
        OneOf<Prior>(new TriangularPrior(0, 2, 6), new LognormalPrior(.5, .5), new WeibullPrior(2, 3)));

    private static readonly Gen<Reserve?> Reserves = Gen.OneOf(
        Gen.Const((Reserve?)null),
        Gen.Const((Reserve?)null),
        Gen.Select(Gen.Int[1, 24], Gen.Bool, Reserve? (amount, isLazy) => new Reserve(amount / 4.0, isLazy ? Floor.Lazy : Floor.Eager)),
        Gen.Const((Reserve?)new Reserve(null, Floor.Eager)));

    /// <summary>Money with and without a grid.</summary>
    public static readonly Gen<Money> Monies = Gen.OneOf(
        Gen.Const(new Money(MoneyKind.Double)),
        Gen.Const(new Money(MoneyKind.Double)),
        Gen.Const(new Money(MoneyKind.Decimal, 2)),
        Gen.Const(new Money(MoneyKind.Int64)));

    private static readonly Gen<(Goal Objective, PaymentRule Payments)> Rules = Gen.OneOf(
        Gen.Const((Goal.Efficient, (PaymentRule)new PaymentRule.Threshold())),
        Gen.Const((Goal.RevenueOptimal, (PaymentRule)new PaymentRule.Threshold())),
        Gen.Const((Goal.RevenueOptimal, (PaymentRule)new PaymentRule.Threshold())),
        Gen.Const((Goal.Efficient, (PaymentRule)new PaymentRule.Threshold { EntryFee = 2 })),
        Gen.Const((Goal.BestReport, (PaymentRule)new PaymentRule.PayAsBid())),
        Gen.Const((Goal.BestReport, (PaymentRule)new PaymentRule.AllPay())),
        Gen.Int[1, 6].Select(price => (Goal.FirstToAccept, (PaymentRule)new PaymentRule.Posted(price))));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    /// <summary>All of them.</summary>
    public static readonly Gen<Problem> All =
        from side in OneOf(Side.Buyer, Side.Buyer, Side.Supplier)
        from rule in Rules
        from agents in Gen.Select(Priors, Reserves, Gen.Int[0, 2], (prior, reserve, priority) => new Agent(null, side, prior) { Reserve = reserve, Priority = priority }).Array[1, 4]
        from isNamed in Gen.Bool
        from money in Monies
        from ties in OneOf(TieBreaking.LowestIndex, TieBreaking.LowestIndex, TieBreaking.Priority, TieBreaking.Shared)
        from worth in Gen.Int[0, 3]
        select Problem(side, rule.Objective, rule.Payments, agents, isNamed, money, ties, worth);

    private static Problem Problem(Side side, Goal objective, PaymentRule payments, Agent[] agents, bool isNamed, Money money, TieBreaking ties, int worth)
    {
        // A payment that goes to suppliers makes no sense as a fee for all, and a lottery on whole money has no exact expected payment.
        payments = side == Side.Supplier && payments is PaymentRule.AllPay ? new PaymentRule.PayAsBid() : payments;
        money = ties == TieBreaking.Shared ? new Money(MoneyKind.Double) : money;
        var named = agents.Select((agent, index) => agent with { Name = $"Agent{index}" }).ToEquatableArray();
        Population population = isNamed ? new Population.Named(named) : new Population.Alike(1, null, agents[0]);
        var cost = side == Side.Supplier ? -(worth + 4) : objective == Goal.RevenueOptimal ? worth / 2.0 : 0;
        return Problems.SingleItem(population, objective, payments, cost) with { Money = money, Ties = ties };
    }
}
