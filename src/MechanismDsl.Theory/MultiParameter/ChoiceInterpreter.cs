using Fractions;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.MultiParameter;

/// <summary>
/// Runs a problem over finitely many outcomes by its definition, one profile at a time and in rational numbers: the welfare of every outcome with and
/// without each agent, the first outcome among the best, Clarke's payments. Slow and obvious on purpose: it is what generated code is compared with.
/// </summary>
/// <param name="problem">A problem whose feasible set is <see cref="Alternatives"/>.</param>
/// <param name="tables">The tables from which its payments are made, where they are known already.</param>
public sealed class ChoiceInterpreter(Problem problem, DerivedPayments? tables)
{
    private readonly Dictionary<int, DerivedPayments?> _derived = [];
    private readonly OutcomeChoice _choice = problem.Choice ?? throw new ArgumentException("The problem has no outcomes to choose from.", nameof(problem));
    private readonly Fraction[][][] _values = [.. problem.Choice!.Tables.Select(table => table.Values.Select(row => row.Select(Rationals.FromDecimal).ToArray()).ToArray())];
    private readonly Fraction[] _costs = CostsOf(problem);
    private readonly Fraction[] _boosts = [.. problem.Choice!.Boosts.Select(Rationals.FromDecimal)];

    /// <summary>Runs a problem by its definition.</summary>
    /// <param name="problem">A problem whose feasible set is <see cref="Alternatives"/>.</param>
    public ChoiceInterpreter(Problem problem)
        : this(problem, null)
    {
    }

    /// <summary>The names of the outcomes.</summary>
    public EquatableArray<string> Outcomes { get; } = OutcomesOf(problem);

    /// <summary>What an outcome costs; nobody's value.</summary>
    public Fraction Cost(int outcome) => _costs[outcome];

    /// <summary>The outcome at a profile of values.</summary>
    /// <param name="values">For each agent its value of every outcome, in the order of the outcomes.</param>
    /// <exception cref="ArgumentException">An agent has not one value an outcome, the number of agents is not that of the named ones, or payments depend on types.</exception>
    public ChoiceOutcome Run(IReadOnlyList<IReadOnlyList<Fraction>> values) => problem.Payments is PaymentRule.Groves || DerivedPayments.Applies(problem.Payments)
        ? throw new ArgumentException("These payments follow from types, not from values.", nameof(values))
        : Run(values, []);

    private ChoiceOutcome Run(IReadOnlyList<IReadOnlyList<Fraction>> values, EquatableArray<Fraction> terms)
    {
        if (values.Any(row => row.Count != Outcomes.Count) || (problem.Population is Population.Named(var named) && named.Count != values.Count))
        {
            throw new ArgumentException("Every agent of the problem has one value for each outcome.", nameof(values));
        }

        var chosen = First(values, except: -1);
        var without = Enumerable.Range(0, values.Count).Select(agent => First(values, agent)).ToEquatableArray();
        var payments = Enumerable.Range(0, values.Count)
            .Select(agent => problem.Payments is PaymentRule.IndividuallyRational { IsInterim: false }
                ? LeastGain(values, agent) - Welfare(values, chosen, agent)
                : problem.Payments is PaymentRule.Groves
                ? (terms[agent] - Welfare(values, chosen, agent)) / Weight(agent)
                : Share(agent, chosen, values.Count) + ((Welfare(values, without[agent], agent) - Welfare(values, chosen, agent)) / Weight(agent)))
            .ToEquatableArray();
        return new ChoiceOutcome(chosen, payments, without);
    }

    /// <summary>The outcome at a profile of types.</summary>
    /// <param name="types">One an agent; for <see cref="ValueForm.OfType"/> a type of its table.</param>
    /// <exception cref="ArgumentException">A number is no type of the agent, or the agents report values.</exception>
    public ChoiceOutcome Run(IReadOnlyList<double> types)
    {
        List<IReadOnlyList<Fraction>> values = [.. types.Select((type, agent) => ValuesOf(agent, type))];
        var outcome = Run(values, problem.Payments is PaymentRule.Groves groves ? GrovesTerms.At(_choice.Tables, groves, types) : []);
        return DerivedPayments.Applies(problem.Payments) ? outcome with { Payments = Derived(values, types, outcome.Chosen) } : outcome;
    }

    /// <summary>The payments that follow from tables of all types; computed on first use.</summary>
    /// <param name="agents">How many agents take part.</param>
    /// <exception cref="ArgumentException">They cannot be computed.</exception>
    public DerivedPayments Tables(int agents)
    {
        if (tables is not null)
        {
            return tables;
        }

        if (!_derived.TryGetValue(agents, out var derived))
        {
            derived = DerivedPayments.Of(problem, agents, CancellationToken.None);
            _derived.Add(agents, derived);
        }

        return derived ?? throw new ArgumentException("These payments need finitely many types and priors on them.", nameof(agents));
    }

    private EquatableArray<Fraction> Derived(List<IReadOnlyList<Fraction>> values, IReadOnlyList<double> types, int chosen)
    {
        var places = types.Select((type, agent) => PlaceOf(agent, type)).ToList();
        switch (Tables(types.Count))
        {
            case DerivedPayments.Balanced balanced:
                var net = (problem.Money.IsGrid ? balanced.Emitted : balanced.Exact).At(places);
                return net.Select((payment, agent) => payment + BalancedShare(balanced, agent, chosen, types.Count)).ToEquatableArray();
            case DerivedPayments.Terms terms:
                return terms.Rows.Select((row, agent) => row[row.Count == 1 ? 0 : Others(places, agent)] - Welfare(values, chosen, agent)).ToEquatableArray();
            default:
                return Run(values, []).Payments;
        }
    }

    /// <summary>On a grid the shares are rounded so that they sum to the cost; elsewhere they are what they are.</summary>
    private Fraction BalancedShare(DerivedPayments.Balanced balanced, int agent, int outcome, int agents) =>
        balanced.Shares.Count == 0 ? Fraction.Zero
        : problem.Money.IsGrid ? balanced.Shares[outcome][agent]
        : _choice.Shares is null ? _costs[outcome] / agents
        : Share(agent, outcome, agents);

    private int Others(List<int> places, int agent)
    {
        var at = 0;
        for (var other = 0; other < places.Count; other++)
        {
            at = other == agent ? at : (at * _choice.Tables[_choice.Tables.Count == 1 ? 0 : other].Types.Count) + places[other];
        }

        return at;
    }

    private int PlaceOf(int agent, double type) => _choice.Tables[_choice.Tables.Count == 1 ? 0 : agent].Types.AsSpan().BinarySearch(type);

    /// <summary>What the outcomes are worth to a type of an agent.</summary>
    /// <exception cref="ArgumentException">It has no such type.</exception>
    public IReadOnlyList<Fraction> ValuesOf(int agent, double type)
    {
        switch (_choice.Form)
        {
            case ValueForm.OfLast:
                return [.. Enumerable.Repeat(Fraction.Zero, Outcomes.Count - 1), Rationals.FromDecimal(type)];
            case ValueForm.OfType when _choice.Tables[_choice.Tables.Count == 1 ? 0 : agent] is var table && table.Types.AsSpan().BinarySearch(type) is >= 0 and var row:
                return _values[_choice.Tables.Count == 1 ? 0 : agent][row];
            default:
                throw new ArgumentException(FormattableString.Invariant($"{type} is no type of agent {agent}."), nameof(type));
        }
    }

    /// <summary>Σ weighted values of an outcome − its cost + its boost; with one agent left out, that agent's value and its share of the cost are not counted.</summary>
    public Fraction Welfare(IReadOnlyList<IReadOnlyList<Fraction>> values, int outcome, int except = -1)
    {
        var welfare = _boosts.Length == 0 ? Fraction.Zero : _boosts[outcome];
        welfare -= _costs[outcome];
        for (var agent = 0; agent < values.Count; agent++)
        {
            welfare += agent == except ? Share(agent, outcome, values.Count) : Weight(agent) * values[agent][outcome];
        }

        return welfare;
    }

    /// <summary>What an agent bears of the cost of an outcome.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="agents">The number of agents.</param>
    public Fraction Share(int agent, int outcome, int agents) => _choice.Shares switch
    {
        CostShares.Equal => problem.Money.IsGrid ? GridShare(agent, outcome, agents) : _costs[outcome] / agents,
        CostShares.Declared(var amounts) => _costs[outcome].IsZero ? Fraction.Zero : Rationals.FromDecimal(amounts[agent]),
        _ => Fraction.Zero,
    };

    /// <summary>An equal share in whole steps of the money: the first agents bear what cannot be divided, one step each.</summary>
    private Fraction GridShare(int agent, int outcome, int agents)
    {
        var steps = _costs[outcome] * Rationals.FromDecimal(problem.Money.StepsPerUnit);
        var whole = System.Numerics.BigInteger.DivRem(steps.Numerator / steps.Denominator, agents, out var rest);
        return new Fraction(agent < rest ? whole + 1 : whole) / Rationals.FromDecimal(problem.Money.StepsPerUnit);
    }

    /// <summary>min over the agent's types of the highest welfare, all other values as they are, less what staying away is worth to the type: what it can always be charged.</summary>
    private Fraction LeastGain(IReadOnlyList<IReadOnlyList<Fraction>> values, int agent)
    {
        var others = Enumerable.Range(0, Outcomes.Count).Select(outcome => Welfare(values, outcome, agent)).ToArray();
        return _values[_values.Length == 1 ? 0 : agent].Select((row, type) => others.Select((welfare, outcome) => welfare + row[outcome]).Max() - OutsideOptions.Of(problem, agent, type)).Min();
    }

    /// <summary>How much the values of an agent count.</summary>
    public Fraction Weight(int agent) =>
        problem.Population is Population.Named(var named) ? Rationals.FromDecimal(named[agent].Weight) : Fraction.One;

    private int First(IReadOnlyList<IReadOnlyList<Fraction>> values, int except)
    {
        var best = 0;
        for (var outcome = 1; outcome < Outcomes.Count; outcome++)
        {
            if (Welfare(values, outcome, except) > Welfare(values, best, except))
            {
                best = outcome;
            }
        }

        return best;
    }

    private static EquatableArray<string> OutcomesOf(Problem problem) => problem.Environment.Feasible is Alternatives(var names)
        ? names
        : throw new ArgumentException("The problem has no outcomes to choose from.", nameof(problem));

    private static Fraction[] CostsOf(Problem problem) => problem.Environment.Cost is SocialCost.PerOutcome { Amounts: { Count: > 0 } amounts }
        ? [.. amounts.Select(Rationals.FromDecimal)]
        : new Fraction[OutcomesOf(problem).Count];
}
