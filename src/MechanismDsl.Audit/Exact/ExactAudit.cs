using System.Globalization;
using Fractions;
using MechanismDsl.Auditing.Declarations;
using MechanismDsl.Auditing.Reports;
using MechanismDsl.Auditing.Subjects;
using MechanismDsl.Theory.Finite;
using TheoryGuarantee = MechanismDsl.Theory.Problems.Guarantee;

namespace MechanismDsl.Auditing.Exact;

/// <summary>Judges every law by its definition, at every profile of finitely many types, in rationals: <see cref="FiniteGuarantees"/> of a mechanism as it runs.</summary>
internal sealed class ExactAudit
{
    private readonly FiniteSubject _finite;
    private readonly PlayedTable _table;
    private readonly JointDistribution? _prior;
    private readonly Fraction _tolerance;
    private readonly Account _account;
    private readonly Dictionary<Law, LawFinding> _found = [];

    private ExactAudit(FiniteSubject finite, PlayedTable table, JointDistribution? prior, Fraction tolerance)
    {
        (_finite, _table, _prior, _tolerance) = (finite, table, prior, tolerance);
        _account = new Account(finite.Subject);
    }

    /// <summary>Audits a mechanism.</summary>
    /// <exception cref="AuditException">It cannot be audited as asked.</exception>
    public static AuditReport Of(Subject subject, DeclaredMechanism mechanism, AuditSetup setup, CancellationToken cancellation)
    {
        var finite = FiniteSubject.Of(subject, setup);
        var prior = finite.Prior(mechanism, setup);
        var table = PlayedTable.Play(finite, cancellation);
        var isRounded = subject.IsRounded || table.Outcomes.Any(outcome => outcome.IsFractional);
        var tolerance = isRounded ? Rational.OfBits(setup.Tolerance * table.Largest) : Fraction.Zero;
        var audit = new ExactAudit(finite, table, prior, tolerance);
        foreach (var law in Enum.GetValues<Law>())
        {
            cancellation.ThrowIfCancellationRequested();
            audit._found.Add(law, audit.Judge(law));
        }

        var money = isRounded
            ? string.Create(CultureInfo.InvariantCulture, $"; {(subject.IsRounded ? "money is" : "quantities are")} double, violations up to {setup.Tolerance * table.Largest:0.###e0} count as rounding")
            : string.Empty;
        return new AuditReport(subject.Name, FormattableString.Invariant($"every one of {finite.Types.Profiles} profiles of {string.Join(" · ", finite.Types.Counts)} types, in rationals{money}."), [.. audit._found.Values]);
    }

    private LawFinding Judge(Law law) => law switch
    {
        Law.BayesianIncentiveCompatible => Expected(law, Law.DominantStrategyIncentiveCompatible, "a dominant strategy is a best reply under every belief"),
        Law.InterimIndividuallyRational => Expected(law, Law.ExPostIndividuallyRational, "what holds at every profile holds in expectation"),
        Law.ExAnteIndividuallyRational => Expected(law, Law.InterimIndividuallyRational, "what every type expects is expected before the type is known"),
        Law.ExAnteNoDeficit => NoBudget(law) ?? Expected(law, Law.NoDeficit, "what holds at every profile holds in expectation"),
        Law.ExAnteBudgetBalanced => NoBudget(law) ?? Expected(law, Law.ExPostBudgetBalanced, "what holds at every profile holds in expectation"),
        Law.NoDeficit or Law.ExPostBudgetBalanced => NoBudget(law) ?? Decide(law),
        Law.AllocativelyEfficient or Law.ParetoOptimal when _table.WhyNoEfficiency is { } reason => new LawFinding(law, Verdict.NotApplicable, $"{Account.Sentence(reason)}."),
        _ => Decide(law),
    };

    private LawFinding? NoBudget(Law law) => _finite.Subject.Setting.WhyNoBudget is { } reason ? new LawFinding(law, Verdict.NotApplicable, $"{Account.Sentence(reason)}.") : null;

    /// <summary>A law about expectations: decided under the prior; without one it may follow from a stronger law.</summary>
    private LawFinding Expected(Law law, Law stronger, string because) =>
        _prior is not null ? Decide(law)
        : _found[stronger].Verdict == Verdict.Holds ? new LawFinding(law, Verdict.Holds, $"Under every prior: {because}.")
        : new LawFinding(law, Verdict.NotApplicable, "No prior of these types is declared or handed over (Weights, JointWeights).");

    private LawFinding Decide(Law law)
    {
        // Laws at profiles do not ask for probabilities.
        var prior = _prior ?? JointDistribution.Independent([.. _finite.Types.Counts.Select(count => Enumerable.Repeat(new Fraction(1, count), count).ToArray())]);
        var witness = FiniteGuarantees.Witness(_table.Mechanism, prior, Theory(law));
        var isBroken = witness is not null && (law == Law.ExAnteNoDeficit ? witness.Loss : witness.Loss.Abs()) > _tolerance;
        if (isBroken)
        {
            return Words(law, witness!);
        }

        var scope = Theory(law) is TheoryGuarantee.BayesianIncentiveCompatible or TheoryGuarantee.InterimIndividuallyRational or TheoryGuarantee.ExAnteIndividuallyRational or TheoryGuarantee.ExAnteBudgetBalanced
            ? "Under the prior"
            : FormattableString.Invariant($"At every one of {_finite.Types.Profiles} profiles");
        var rounding = witness is not null && (law != Law.ExAnteNoDeficit || witness.Loss.IsPositive) ? string.Create(CultureInfo.InvariantCulture, $", up to rounding of {Math.Abs(Rational.Near(witness.Loss)):0.###e0}") : string.Empty;
        return new LawFinding(law, Verdict.Holds, $"{scope}{rounding}.");
    }

    private LawFinding Words(Law law, FiniteWitness witness)
    {
        var subject = _finite.Subject;
        var types = witness.Profile < 0 ? [] : _finite.At(witness.Profile);
        var type = witness.Agent >= 0 && witness.Type >= 0 ? subject.Parties[witness.Agent].Types![witness.Type] : [];
        var loss = witness.Loss.Reduce();
        switch (law)
        {
            case Law.DominantStrategyIncentiveCompatible:
                return _account.Lie(types, witness.Agent, subject.Parties[witness.Agent].Types![witness.Report]);
            case Law.ExPostIndividuallyRational:
                return _account.Loss(types, witness.Agent);
            case Law.NoDeficit or Law.ExPostBudgetBalanced:
                return _account.Budget(law, types);
            case Law.NoSubsidy:
                return _account.Subsidy(types, witness.Agent);
            case Law.AllocativelyEfficient or Law.ParetoOptimal:
                return _account.Waste(law, types, Best(witness.Profile));
            case Law.BayesianIncentiveCompatible:
                var lie = subject.Text(witness.Agent, subject.Parties[witness.Agent].Types![witness.Report]);
                var (truth, lied) = (_table.Mechanism.InterimUtility(_prior!, witness.Agent, witness.Type, witness.Type), _table.Mechanism.InterimUtility(_prior!, witness.Agent, witness.Type, witness.Report));
                return Account.Broken(
                    law,
                    $"{Account.Sentence(_account.Name(witness.Agent))} of type {subject.Text(witness.Agent, type)} expects {Rational.Text(lied)} from reporting {lie} and {Rational.Text(truth)} from the truth, the others being truthful: a gain of {Rational.Text(loss)}.",
                    new Counterexample([], witness.Agent, subject.Text(witness.Agent, type), lie, null, null, loss));
            case Law.InterimIndividuallyRational:
                return Account.Broken(
                    law,
                    $"{Account.Sentence(_account.Name(witness.Agent))} of type {subject.Text(witness.Agent, type)} expects {Rational.Text(subject.Outside(witness.Agent, type) - witness.Loss)}, {Rational.Text(loss)} less than by staying away.",
                    new Counterexample([], witness.Agent, subject.Text(witness.Agent, type), null, null, null, loss));
            case Law.ExAnteIndividuallyRational:
                return Account.Broken(
                    law,
                    $"Before it knows its type, {_account.Name(witness.Agent)} expects {Rational.Text(loss)} less than by staying away.",
                    new Counterexample([], witness.Agent, string.Empty, null, null, null, loss));
            default:
                return Account.Broken(
                    law,
                    $"The agents' expected payments are {Rational.Text(loss.Abs())} {(loss.IsPositive ? "less" : "more")} than the expected cost.",
                    new Counterexample([], -1, string.Empty, null, null, null, loss));
        }
    }

    private Settlement Best(int profile)
    {
        var design = _table.Mechanism.Design;
        return _table.Outcomes[Enumerable.Range(0, design.Outcomes).MaxBy(outcome => design.Welfare(profile, outcome))];
    }

    private static TheoryGuarantee Theory(Law law) => law switch
    {
        Law.ParetoOptimal => TheoryGuarantee.AllocativelyEfficient,
        Law.ExAnteNoDeficit => TheoryGuarantee.ExAnteBudgetBalanced,
        _ => Enum.Parse<TheoryGuarantee>(law.ToString()),
    };
}
