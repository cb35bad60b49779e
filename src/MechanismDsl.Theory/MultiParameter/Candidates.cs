using Fractions;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.MultiParameter;

/// <summary>One report that an agent might make.</summary>
/// <param name="Report">The numbers reported: one type, or one value an outcome.</param>
/// <param name="Values">What the outcomes are worth to an agent for which it is the truth.</param>
/// <param name="Mass">Its probability; zero where there is no prior, or where the prior gives it none.</param>
public sealed record Candidate(EquatableArray<double> Report, EquatableArray<Fraction> Values, Fraction Mass);

/// <summary>The reports of every agent that are looked at.</summary>
/// <param name="Agents">One list an agent.</param>
/// <param name="AreAll">Whether there are no others.</param>
/// <param name="HavePriors">Whether every agent's masses sum to one.</param>
public sealed record Candidates(EquatableArray<EquatableArray<Candidate>> Agents, bool AreAll, bool HavePriors)
{
    /// <summary>So many steps are taken at the most. One is the welfare of one outcome for one agent's payment; rational arithmetic does some three million a second.</summary>
    private const int MostSteps = 150_000;

    /// <summary>Most agents whose reports vary in a sample; the others report the first candidate.</summary>
    private const int Varied = 3;

    /// <summary>Most rows of values in a sample.</summary>
    private const int Rows = 16;

    /// <summary>Most outcomes that a row of a sample values apart, where there are too many rows to try all.</summary>
    private const int ApartOutcomes = 3;

    /// <summary>How many profiles there are; int.MaxValue for more.</summary>
    public int Profiles => Agents.Aggregate(1, (count, agent) => agent.Count == 0 ? 0 : count > int.MaxValue / agent.Count ? int.MaxValue : count * agent.Count);

    /// <summary>Whether the mechanism can be run at every profile within the limit of steps.</summary>
    /// <param name="outcomes">The number of outcomes.</param>
    public bool IsFeasible(int outcomes) => CanEnumerate(Agents.Select(agent => agent.Count), outcomes);

    /// <summary>Whether a mechanism can be run at every profile of so many types an agent within the limit of steps.</summary>
    /// <param name="types">How many types each agent has.</param>
    /// <param name="outcomes">The number of outcomes.</param>
    public static bool CanEnumerate(IEnumerable<int> types, int outcomes)
    {
        var counts = types.ToList();
        var profiles = counts.Aggregate(1.0, (product, count) => product * count);
        return profiles > 0 && profiles * counts.Count * counts.Count * outcomes <= MostSteps;
    }

    /// <summary>All types of a problem with finitely many, otherwise a sample of legal reports; null where the author's method alone knows what they are worth.</summary>
    /// <param name="problem">A problem over finitely many outcomes.</param>
    /// <param name="agents">How many agents take part.</param>
    public static Candidates? Of(Problem problem, int agents)
    {
        var choice = problem.Choice ?? throw new ArgumentException("The problem has no outcomes to choose from.", nameof(problem));
        var outcomes = ((Alternatives)problem.Environment.Feasible).Names.Count;
        if (choice.Form != ValueForm.OfType && choice.Tables.Count == 0)
        {
            var rows = choice.Form == ValueForm.Reported ? SampledRows(problem, choice) : SampledTypes(problem, choice, agents);
            return Enumerable.Range(1, Varied).Reverse().Select(varied => Sample(rows, varied, agents)).FirstOrDefault(sample => sample.IsFeasible(outcomes));
        }

        if (choice.Tables.Count == 0 || choice.Tables.Any(table => table.Types.Count == 0))
        {
            return null;
        }

        var all = Enumerable.Range(0, agents).Select(agent => OfTable(choice.Tables[choice.Tables.Count == 1 ? 0 : agent], PriorOf(problem, agent))).ToEquatableArray();
        return new Candidates(all, AreAll: true, all.All(agent => agent.Aggregate(Fraction.Zero, (sum, one) => sum + one.Mass) == Fraction.One));
    }

    private static Candidates Sample(EquatableArray<Candidate> rows, int varied, int agents) => new(
        Enumerable.Range(0, agents).Select(agent => agent < varied ? rows : rows.Take(1).ToEquatableArray()).ToEquatableArray(),
        AreAll: false,
        HavePriors: false);

    private static Prior? PriorOf(Problem problem, int agent) => problem.Population switch
    {
        Population.Named(var named) => named[agent].Prior,
        Population.Alike alike => alike.Agent.Prior,
        _ => null,
    };

    private static EquatableArray<Candidate> OfTable(TypeTable table, Prior? prior) => table.Types.Select((type, row) => new Candidate(
        [type],
        table.Values[row].Select(Rationals.FromDecimal).ToEquatableArray(),
        prior is AtomicPrior atoms && atoms.Values.AsSpan().BinarySearch(type) is >= 0 and var atom ? atoms.ExactMasses[atom] : Fraction.Zero)).ToEquatableArray();

    /// <summary>Short numbers of the domain: counterexamples made of them can be checked in one's head.</summary>
    private static List<double> Numbers(OutcomeChoice choice, Money money, IEnumerable<double> wanted)
    {
        var inside = wanted.Select(money.RoundDown).Where(number => number >= choice.Low && number <= choice.High).Distinct().Take(5).ToList();
        foreach (var end in new[] { choice.Low, choice.High }.Where(end => inside.Count < 2 && !inside.Contains(end)))
        {
            inside.Add(end);
        }

        return inside;
    }

    private static EquatableArray<Candidate> SampledRows(Problem problem, OutcomeChoice choice)
    {
        var outcomes = ((Alternatives)problem.Environment.Feasible).Names.Count;
        var scale = problem.Environment.Cost is SocialCost.PerOutcome { Amounts: { Count: > 0 } costs } && costs.Max() > 0 ? costs.Max() : 1;
        var numbers = Numbers(choice, problem.Money, [0, 2 * scale, scale, -scale, 5 * scale]);
        List<double[]> rows = [];
        var all = Math.Pow(numbers.Count, outcomes);
        var apart = Math.Min(outcomes, ApartOutcomes);
        for (var row = 0; row < Math.Min(Rows, all <= Rows * 4 ? all : 1 + (apart * (numbers.Count - 1))); row++)
        {
            rows.Add(all <= Rows * 4 ? Digits(row) : Unit(row));
        }

        return rows.Select(row => new Candidate(row.ToEquatableArray(), row.Select(Rationals.FromDecimal).ToEquatableArray(), Fraction.Zero)).ToEquatableArray();

        double[] Digits(int number) => [.. Enumerable.Range(0, outcomes).Select(outcome =>
        {
            var digit = numbers[number % numbers.Count];
            number /= numbers.Count;
            return digit;
        })];

        double[] Unit(int number) => [.. Enumerable.Range(0, outcomes).Select(outcome => number > 0 && (number - 1) % apart == outcome ? numbers[1 + ((number - 1) / apart)] : numbers[0])];
    }

    private static EquatableArray<Candidate> SampledTypes(Problem problem, OutcomeChoice choice, int agents)
    {
        var cost = problem.Environment.Cost is SocialCost.PerOutcome { Amounts: { Count: > 0 } costs } ? costs.Max() : 1;
        var zeros = ((Alternatives)problem.Environment.Feasible).Names.Count - 1;
        return Numbers(choice, problem.Money, [0, cost, 2 * cost, cost / Math.Max(agents, 1), cost / 2])
            .Select(type => new Candidate([type], [.. Enumerable.Repeat(Fraction.Zero, zeros), Rationals.FromDecimal(type)], Fraction.Zero))
            .ToEquatableArray();
    }
}
