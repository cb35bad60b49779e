using System.Collections.Immutable;
using System.Reflection;
using Fractions;
using MechanismDsl.Auditing.Declarations;
using MechanismDsl.Auditing.Exact;

namespace MechanismDsl.Auditing.Settings;

/// <summary>The setting of a mechanism in which agents report side by side, by its attributes.</summary>
/// <param name="mechanism">The declaration.</param>
/// <param name="agents">Who takes part.</param>
/// <param name="number">Which of a report's numbers is the bid.</param>
internal sealed class DeclaredSetting(DeclaredMechanism mechanism, IReadOnlyList<DeclaredAgent> agents, int number)
{
    private const int MostAgents = 16;

    /// <summary>More divisions of goods are not gone through.</summary>
    private const int MostDivisions = 100_000;

    private double Quantity => mechanism.IsProcurement ? -1 : 1;

    private int Count => agents.Count;

    /// <summary>Whether an allocation of the user's own says how many units each agent gets.</summary>
    private bool HandsOutUnits => mechanism.Method<AllocationAttribute>() is { } own
        && (own.ReturnType == typeof(int[]) || own.GetParameters().Any(parameter => parameter.ParameterType == typeof(Span<int>)));

    /// <summary>The setting.</summary>
    /// <param name="outcome">The type of the outcomes: of a mechanism written by hand, which has no attributes, it tells the setting.</param>
    /// <exception cref="AuditException">The environment is not known to the audit.</exception>
    public Setting Read(Type outcome)
    {
        foreach (var use in mechanism.Uses)
        {
            switch (use.Attribute)
            {
                case SingleItemAttribute:
                    return Service(set => int.PopCount(set) <= 1, []);
                case IdenticalItemsAttribute items when HandsOutUnits:
                    return Service(_ => true, []) with { Feasible = Few(() => FeasibleLots.Units(Count, items.Count, items.Count)) };
                case IdenticalItemsAttribute items:
                    return Service(And(Limits(), set => int.PopCount(set) <= items.Count), []);
                case ServicesAttribute:
                    return Service(Limits(), []);
                case DivisibleAttribute:
                    var worth = Rational.OfBits(mechanism.Find("SellerValue")?.Get<double>("Value") ?? 0);
                    return new Setting
                    {
                        Worth = new Worth.UpToCap(),
                        Cost = worth.IsZero ? null : lots => lots.Aggregate(Fraction.Zero, (sum, lot) => sum + (worth * Rational.OfBits(lot.Quantity))),
                        WhyNoEfficiency = "amounts are a continuum, and the audit does not go through them",
                    };
                case KnapsackAttribute knapsack:
                    return Service(And(Limits(), set => Enumerable.Range(0, Count).Where(agent => Has(set, agent)).Sum(Size) <= knapsack.Capacity), []);
                case CrowdfundingAttribute campaign:
                    return Service(_ => true, []) with { Cost = lots => lots.Any(lot => lot.Item >= 0) ? Rational.OfBits(campaign.Target) : Fraction.Zero, WhyNoBudget = null };
                case PositionsAttribute positions:
                    return Service(_ => true, positions.Clicks) with { Feasible = Few(() => FeasibleLots.Matchings(Count, [.. positions.Clicks.Select(_ => 1)])) };
                case PublicProjectAttribute project:
                    return new Setting
                    {
                        Worth = new Worth.IfChosen((int)ProjectDecision.Built),
                        Cost = lots => lots[0].Item == (int)ProjectDecision.Built ? Rational.OfBits(project.Cost) : Fraction.Zero,
                        Feasible = () => FeasibleLots.Choices(Count, 2),
                        IsForAll = true,
                    };
                case PartnershipAttribute partnership:
                    return new Setting
                    {
                        Worth = new Worth.PerUnit(number, []),
                        Feasible = () => FeasibleLots.Owners(Count),
                        Outside = (partner, type) => type[number] * Rational.OfBits(partnership.Shares[partner]),
                    };
            }

            if (use.Name == "Outcomes")
            {
                return Choice(use.Argument!);
            }

            if (use.Name == "Goods")
            {
                var goods = use.Argument is { } named ? Enum.GetNames(named).Length : use.Get<int>("Goods");
                return new Setting { Worth = new Worth.SumOfGoods(), Feasible = Math.Pow(Count, goods) <= MostDivisions ? () => FeasibleLots.Packages(Count, goods) : null };
            }

            if (use.Name == "Assignment" && use.Argument is { } item)
            {
                var names = Enum.GetNames(item).Length;
                var copies = use.Get<int[]>("Capacities") is { Length: > 0 } capacities ? capacities : [.. Enumerable.Repeat(1, names)];
                return new Setting { Worth = new Worth.PerItem(), Feasible = Few(() => FeasibleLots.Matchings(Count, copies)) };
            }
        }

        if (outcome.GetGenericTypeDefinition() is var family && (family == typeof(Sale<>) || family == typeof(SharedSale<>)))
        {
            return Service(set => int.PopCount(set) <= 1, []);
        }

        throw new AuditException(
            $"'{mechanism.Type.Name}' does not say what its outcomes are worth to the agents: hand over a Valuation, from an agent, its type and an outcome to a value.");
    }

    private static bool Has(int set, int agent) => ((set >> agent) & 1) != 0;

    private static Func<int, bool> And(Func<int, bool> one, Func<int, bool> other) => set => one(set) && other(set);

    private int Size(int agent) => agents[agent].Use?.Get<int>("Size") ?? 0;

    private string? Group(int agent) => agents[agent].Use?.Get<string>("Group");

    private Func<IEnumerable<ImmutableArray<Lot>>>? Few(Func<IEnumerable<ImmutableArray<Lot>>> feasible) => Count <= MostAgents ? feasible : null;

    private Setting Service(Func<int, bool> admits, IReadOnlyList<double> weights)
    {
        var buyer = mechanism.Find("BuyerValue")?.Get<double>("Value");
        var perServed = mechanism.IsProcurement
            ? -Rational.OfBits(buyer ?? 0)
            : Rational.OfBits(mechanism.Find("SellerValue")?.Get<double>("Value") ?? 0);
        var mustBuy = mechanism.IsProcurement && buyer is null;
        return new Setting
        {
            Worth = new Worth.PerUnit(number, weights),
            Cost = perServed.IsZero ? null : lots => perServed * lots.Aggregate(Fraction.Zero, (sum, lot) => lot.Item < 0 ? sum : sum + Rational.OfBits(Math.Abs(lot.Quantity))),
            Feasible = mustBuy ? null : Few(() => FeasibleLots.Sets(Count, admits, Quantity)),
            WhyNoEfficiency = mustBuy ? "what the service is worth to its buyer is not declared ([BuyerValue])" : null,
            WhyNoBudget = mustBuy ? "what the service is worth to its buyer is not declared ([BuyerValue])" : null,
        };
    }

    private Setting Choice(Type members)
    {
        var count = Enum.GetNames(members).Length;
        var cost = mechanism.Method<CostAttribute>() is { } method ? Costs(members, method) : null;
        return new Setting
        {
            Worth = mechanism.Method<ValueAttribute>() is { } value ? new Worth.ByMethod(value) : new Worth.PerItem(),
            Cost = cost is null ? null : lots => cost[lots[0].Item],
            Feasible = () => FeasibleLots.Choices(Count, count),
            Outside = mechanism.Method<OutsideOptionAttribute>() is { } stay ? OutsideBy(stay) : null,
            IsForAll = true,
        };
    }

    /// <summary>What staying away is worth by a method; an agent with an outside option of its own keeps that.</summary>
    private Func<int, Fraction[], Fraction> OutsideBy(MethodInfo stay)
    {
        var worth = (Func<double, Amount>)typeof(DeclaredSetting).GetMethod(nameof(BindOutside), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(stay.GetParameters()[0].ParameterType, stay.ReturnType).Invoke(null, [stay])!;
        var own = agents.Select(agent => agent.Name is { } name && mechanism.States(name, nameof(AgentAttribute.OutsideOption))).ToList();
        return (agent, type) => own[agent] ? Fraction.Zero : worth(Rational.Near(type[0])).Exact;
    }

    private static Func<double, Amount> BindOutside<TType, TValue>(MethodInfo stay)
        where TType : struct, System.Numerics.INumber<TType>
        where TValue : struct
    {
        var worth = stay.CreateDelegate<Func<TType, TValue>>();
        return type => Amount.Of(worth(Subjects.Numbers<TType>.Of(type)));
    }

    private static Fraction[] Costs(Type members, MethodInfo method) => (Fraction[])typeof(DeclaredSetting).GetMethod(nameof(CostsOf), BindingFlags.Static | BindingFlags.NonPublic)!
        .MakeGenericMethod(members, method.ReturnType).Invoke(null, [method])!;

    private static Fraction[] CostsOf<TChoice, TCost>(MethodInfo method)
        where TChoice : struct, Enum
        where TCost : struct
    {
        var cost = method.CreateDelegate<Func<TChoice, TCost>>();
        return [.. Members.Of<TChoice>().Select(member => Amount.Of(cost(member)).Exact)];
    }

    /// <summary>The limits of the declaration: at most so many, capacities, who must be served, and a method of the user's own.</summary>
    private Func<int, bool> Limits()
    {
        Func<int, bool> admits = _ => true;
        foreach (var use in mechanism.Uses)
        {
            admits = use.Attribute switch
            {
                AtMostAttribute most => And(admits, Within(most.Agents, most.PerGroup, most.Most, _ => 1)),
                CapacityAttribute capacity => And(admits, Within(capacity.Agents, capacity.PerGroup, capacity.Capacity, Size)),
                MustServeAttribute must => And(admits, set => Enumerable.Range(0, Count).All(agent => Has(set, agent) || !must.Agents.Contains(agents[agent].Name))),
                _ => admits,
            };
        }

        return mechanism.Method<FeasibleAttribute>() is { } own ? And(admits, Own(own.CreateDelegate<FeasibleMethod>())) : admits;
    }

    private Func<int, bool> Within(IReadOnlyList<string> names, bool isPerGroup, int most, Func<int, int> need)
    {
        var concerned = Enumerable.Range(0, Count).Where(agent => names.Count == 0 || names.Contains(agents[agent].Name)).ToList();
        var parts = isPerGroup ? [.. concerned.Where(agent => Group(agent) is not null).GroupBy(Group).Select(group => group.ToList())] : (List<List<int>>)[concerned];
        return set => parts.All(part => part.Where(agent => Has(set, agent)).Sum(need) <= most);
    }

    private Func<int, bool> Own(FeasibleMethod feasible) => set =>
    {
        Span<bool> served = stackalloc bool[Count];
        for (var agent = 0; agent < Count; agent++)
        {
            served[agent] = Has(set, agent);
        }

        return feasible(served);
    };

    private delegate bool FeasibleMethod(ReadOnlySpan<bool> served);
}
