using System.Globalization;
using Fractions;
using MechanismDsl.Auditing.Exact;
using MechanismDsl.Auditing.Subjects;

namespace MechanismDsl.Auditing.Reports;

/// <summary>Counterexamples, executed and put into words.</summary>
/// <param name="subject">The mechanism.</param>
internal sealed class Account(Subject subject)
{
    /// <summary>A lie that pays.</summary>
    public LawFinding Lie(IReadOnlyList<double[]> types, int agent, double[] lie)
    {
        var (truth, lied) = (subject.Play(types), subject.Play(With(types, agent, lie)));
        var (before, after) = (subject.Utility(agent, types[agent], truth), subject.Utility(agent, types[agent], lied));
        var words = $"At the types {subject.Profile(types)} {Name(agent)}, whose type is {subject.Text(agent, types[agent])}, gains {Rational.Text(after - before)} by reporting {subject.Text(agent, lie)}: "
            + $"the truth leads to [{truth}], where it pays {Text(truth.Payments[agent])} and has {Rational.Text(before)}; the lie leads to [{lied}], where it pays {Text(lied.Payments[agent])} and has {Rational.Text(after)}.";
        return Broken(Law.DominantStrategyIncentiveCompatible, words, new Counterexample(Words(types), agent, subject.Text(agent, types[agent]), subject.Text(agent, lie), truth, lied, (after - before).Reduce()));
    }

    /// <summary>A truthful agent that would rather have stayed away.</summary>
    public LawFinding Loss(IReadOnlyList<double[]> types, int agent)
    {
        var truth = subject.Play(types);
        var (utility, outside) = (subject.Utility(agent, types[agent], truth), subject.Outside(agent, types[agent]));
        var words = $"At the types {subject.Profile(types)} {Name(agent)}, whose type is {subject.Text(agent, types[agent])}, reports the truth, which leads to [{truth}], pays {Text(truth.Payments[agent])} and has {Rational.Text(utility)}: "
            + $"{Rational.Text(outside - utility)} less than by staying away.";
        return Broken(Law.ExPostIndividuallyRational, words, new Counterexample(Words(types), agent, subject.Text(agent, types[agent]), null, truth, null, (outside - utility).Reduce()));
    }

    /// <summary>Payments that are less (or, for balance, more) than the cost.</summary>
    public LawFinding Budget(Law law, IReadOnlyList<double[]> types)
    {
        var truth = subject.Play(types);
        var (paid, cost) = (Paid(truth), subject.Cost(truth));
        var words = $"At the types {subject.Profile(types)} the outcome is [{truth}]: the agents pay {Rational.Text(paid)} together, and the cost is {Rational.Text(cost)}.";
        return Broken(law, words, new Counterexample(Words(types), -1, string.Empty, null, truth, null, (cost - paid).Reduce()));
    }

    /// <summary>An agent that is paid.</summary>
    public LawFinding Subsidy(IReadOnlyList<double[]> types, int agent)
    {
        var truth = subject.Play(types);
        var payment = truth.Payments[agent].Exact;
        var words = $"At the types {subject.Profile(types)} the outcome is [{truth}], and {Name(agent)} is paid {Rational.Text(-payment)}.";
        return Broken(Law.NoSubsidy, words, new Counterexample(Words(types), agent, subject.Text(agent, types[agent]), null, truth, null, (-payment).Reduce()));
    }

    /// <summary>A better outcome.</summary>
    public LawFinding Waste(Law law, IReadOnlyList<double[]> types, Settlement better)
    {
        var truth = subject.Play(types);
        var (welfare, possible) = (Welfare(types, truth), Welfare(types, better));
        var instead = law == Law.ParetoOptimal
            ? $"and payments that leave everybody as well off as now, {Rational.Text(possible - welfare)} would be left for somebody"
            : $"all together would have {Rational.Text(possible)}";
        var words = $"At the types {subject.Profile(types)} the outcome is [{truth}], worth {Rational.Text(welfare)} to all together, its cost deducted; with [{better}] instead, {instead}.";
        return Broken(law, words, new Counterexample(Words(types), -1, string.Empty, null, truth, better, (possible - welfare).Reduce()));
    }

    /// <summary>A law that a counterexample breaks.</summary>
    public static LawFinding Broken(Law law, string words, Counterexample counterexample) => new(law, Verdict.Broken, words, counterexample);

    /// <summary>An agent as the subject of a sentence.</summary>
    public string Name(int agent) => subject.Parties[agent].Name;

    /// <summary>Words with a capital first letter.</summary>
    public static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>What the agents pay together.</summary>
    public static Fraction Paid(Settlement settlement) => settlement.Payments.Aggregate(Fraction.Zero, (sum, payment) => sum + payment.Exact);

    /// <summary>What an outcome is worth to all together, its cost deducted.</summary>
    public Fraction Welfare(IReadOnlyList<double[]> types, Settlement settlement) =>
        Enumerable.Range(0, types.Count).Aggregate(-subject.Cost(settlement), (sum, agent) => sum + subject.Value(agent, types[agent], settlement));

    /// <summary>A profile in which one agent reports something else.</summary>
    public static IReadOnlyList<double[]> With(IReadOnlyList<double[]> types, int agent, double[] report) => [.. types.Select((type, index) => index == agent ? report : type)];

    private System.Collections.Immutable.ImmutableArray<string> Words(IReadOnlyList<double[]> types) => [.. types.Select((type, agent) => subject.Text(agent, type))];

    private static string Text(Amount amount) => string.Create(CultureInfo.InvariantCulture, $"{amount}");
}
