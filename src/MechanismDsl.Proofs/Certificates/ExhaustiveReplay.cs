using System.Globalization;
using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Verdicts;

namespace MechanismDsl.Proofs.Certificates;

/// <summary>
/// Looks at every profile of finite domains once more. Profiles are enumerated, and the laws compared, by code of its own, written as the laws are defined;
/// what it shares with the check that it repeats is the execution of rules and what counts as equal in real arithmetic.
/// </summary>
internal sealed class ExhaustiveReplay
{
    /// <summary>The technique of certificates that are checked here.</summary>
    public const string Technique = "exhaustive";

    private const double MostProfiles = 4e6;
    private const double MostPairs = 4e8;

    private readonly Question _question;
    private readonly RuleSystem _system;
    private readonly Tolerance? _tolerance;
    private readonly CancellationToken _cancellation;
    private readonly int _focus;
    private double _pairs;

    private ExhaustiveReplay(Question question, bool isExact, CancellationToken cancellation)
    {
        (_question, _system, _cancellation) = (question, question.System, cancellation);
        _tolerance = isExact ? null : new Tolerance(_system);
        _focus = question.Property == Property.UnaffectedByInput ? question.Focus : _system.ReportInput();
    }

    /// <summary>Whether the law holds at every profile, and whether there are as many profiles as the certificate says.</summary>
    public static CertificateReport Check(Question question, Verdict.Proved proved, CancellationToken cancellation)
    {
        var replay = new ExhaustiveReplay(question, proved.Arithmetic == Arithmetic.Exact, cancellation);
        var isAboutScore = question.IsAboutScore();
        var counts = proved.Scope is Scope.Numbers(var numbers) ? numbers.ToArray() : [];
        var slots = isAboutScore ? Enumerable.Range(0, question.System.Inputs.Max(input => input.Domains.Count)).Select(slot => (Agents: 1, Slot: slot)) : counts.Select(agents => (agents, 0));
        var profiles = 0L;
        foreach (var (agents, slot) in slots)
        {
            var (objection, seen) = replay.Look(agents, slot);
            if (objection is not null)
            {
                return new CertificateReport(objection, 0, 0, 0);
            }

            profiles += seen;
        }

        var isComplete = profiles > 0 && proved.Certificate.Text.StartsWith(string.Format(CultureInfo.InvariantCulture, "exhaustive profiles={0} ", profiles), StringComparison.Ordinal);
        return new CertificateReport(isComplete ? null : "the certificate is about another number of profiles", (int)Math.Min(profiles, int.MaxValue), 0, proved.Arithmetic == Arithmetic.Exact ? 0 : 1);
    }

    // All profiles of a number of agents: first what everybody has at each, then the law.
    private (string? Objection, long Profiles) Look(int agents, int slot)
    {
        var coordinates = new List<(int Input, int Position, Scalar[] Values)>();
        var count = 1.0;
        for (var input = 0; input < _system.Inputs.Count; input++)
        {
            for (var position = 0; position < (_system.Inputs[input].IsPerAgent() ? agents : 1); position++)
            {
                var domain = _system.Inputs[input].DomainOf(agents == 1 ? slot : position);
                count *= domain.CountUpTo((int)MostProfiles) ?? double.PositiveInfinity;
                if (count > MostProfiles)
                {
                    return ("there are too many profiles", 0);
                }

                coordinates.Add((input, position, domain.All()));
            }
        }

        var table = new AgentOutcome[(int)count][];
        var profile = new Profile(_system, agents);
        var evaluator = new OutcomeEvaluator(_system, traces: false, _cancellation);
        for (var number = 0; number < table.Length; number++)
        {
            var rest = number;
            foreach (var (input, position, values) in coordinates)
            {
                profile[input][position] = values[rest % values.Length];
                rest /= values.Length;
            }

            if (Outcomes(evaluator, profile, slot) is not { } outcomes)
            {
                return (evaluator.Failure ?? "a run of the rule did not end", 0);
            }

            if (!HoldsAt(outcomes))
            {
                return ($"the law is broken at {profile.ToInputs()}", 0);
            }

            table[number] = outcomes;
        }

        var stride = 1;
        foreach (var (input, position, values) in coordinates)
        {
            if (input == _focus && Along(table, stride, values.Length, Math.Min(position, table[0].Length - 1)) is { } objection)
            {
                return (objection, 0);
            }

            stride *= values.Length;
        }

        return (null, table.Length);
    }

    private AgentOutcome[]? Outcomes(OutcomeEvaluator evaluator, Profile profile, int slot)
    {
        if (_question.IsAboutScore())
        {
            return evaluator.TryScore(profile, slot, out var score) ? [new(profile.Get(_focus, 0), score.ToNumber(), 0, score)] : null;
        }

        if (!evaluator.TryAllocate(profile))
        {
            return null;
        }

        var pays = _system.Payment is not null && (_question.Property.IsAboutPayments() || _question.Property == Property.Total);
        var quantities = evaluator.Quantities.ToArray();
        var outcomes = new AgentOutcome[quantities.Length];
        for (var agent = 0; agent < outcomes.Length; agent++)
        {
            var payment = 0.0;
            if (pays && !evaluator.TryPay(profile, agent, out payment))
            {
                return null;
            }

            outcomes[agent] = new(profile.Get(_system.ReportInput(), agent), quantities[agent], payment, default);
        }

        return outcomes;
    }

    private bool HoldsAt(AgentOutcome[] all) => _question.Property switch
    {
        Property.Feasible => all.All(one => one.Quantity >= -Share) && all.Sum(one => one.Quantity) <= _system.Supply + Share,
        Property.IndividuallyRational => all.All(one => Utility(one, one) >= _system.OutsideOption - Money(one)),
        Property.NoSubsidy => all.All(one => one.Payment >= -Money(one)),
        Property.NoDeficit => all.Sum(one => one.Payment - (_system.UnitCost * one.Quantity)) >= -all.Sum(Money),
        Property.Efficient => Best(all) <= all.Sum(one => Math.Max(one.Quantity, 0) * (_system.TypeOf(one.Report) - _system.UnitCost)) + all.Sum(Money),
        Property.BudgetBalanced => Math.Abs(all.Sum(one => one.Payment - (_system.UnitCost * one.Quantity))) <= all.Sum(Money),
        _ => true,
    };

    // What is wrong with an agent's reports, compared in pairs; null if nothing is.
    private string? Along(AgentOutcome[][] table, int stride, int length, int agent)
    {
        if (!_question.Property.ComparesTwo())
        {
            return null;
        }

        _pairs += (double)table.Length * length;
        if (_pairs > MostPairs)
        {
            return "there are too many pairs of reports";
        }

        for (var number = 0; number < table.Length; number++)
        {
            _cancellation.ThrowIfCancellationRequested();
            var place = number / stride % length;
            var first = number - (place * stride);
            for (var other = 0; other < length; other++)
            {
                var (one, two) = (table[number][agent], table[first + (other * stride)][agent]);
                if (other != place && !HoldsBetween(one, two))
                {
                    return $"the law is broken for agent {agent} with {one.Report}, who reports {two.Report}";
                }
            }
        }

        return null;
    }

    // The law for an agent's report and another one of its reports.
    private bool HoldsBetween(in AgentOutcome truth, in AgentOutcome other)
    {
        var isHigher = _system.TypeOf(other.Report) >= _system.TypeOf(truth.Report);
        var more = other.Quantity - truth.Quantity;
        switch (_question.Property)
        {
            case Property.MonotoneScore:
                return !isHigher || OutcomeEvaluator.Compare(other.Score, truth.Score) >= 0 || -more <= Score(truth, other);
            case Property.UnaffectedByInput:
                return OutcomeEvaluator.Compare(other.Score, truth.Score) == 0 || Math.Abs(more) <= Score(truth, other);
            case Property.MonotoneAllocation:
                return !isHigher || more >= -Share;
            case Property.Truthful:
                return Utility(truth, other) <= Utility(truth, truth) + Math.Max(Money(truth), Money(other));
            default:
                // t Δq ≤ Δp ≤ t′ Δq for t ≤ t′, where the allocation is monotone.
                var (paid, slack) = (other.Payment - truth.Payment, Math.Max(Money(truth), Money(other)));
                return !isHigher || more < 0 || ((_system.TypeOf(truth.Report) * more) - slack <= paid && paid <= (_system.TypeOf(other.Report) * more) + slack);
        }
    }

    // The welfare of serving those who are worth more than they cost, the best ones first, as far as there is something.
    private double Best(AgentOutcome[] all)
    {
        var left = _system.Form == Theory.Problems.AllocationForm.Winner ? 1 : _system.Supply;
        var best = 0.0;
        foreach (var worth in all.Select(one => _system.TypeOf(one.Report) - _system.UnitCost).Where(worth => worth > 0).OrderByDescending(worth => worth))
        {
            var share = _system.Form == Theory.Problems.AllocationForm.Probability ? left : Math.Min(1, Math.Floor(left));
            best += share * worth;
            left -= share;
        }

        return best;
    }

    private double Utility(in AgentOutcome truth, in AgentOutcome outcome) =>
        (outcome.Quantity == 0 ? 0 : _system.TypeOf(truth.Report) * outcome.Quantity) - outcome.Payment;

    private double Share => _tolerance is null || _system.Form != Theory.Problems.AllocationForm.Probability ? 0 : Tolerance.Probability * Math.Max(1, _system.Supply);

    private double Money(AgentOutcome outcome) =>
        _tolerance is null ? 0 : Tolerance.Of(_tolerance.Money, outcome.Quantity == 0 ? 0 : _system.TypeOf(outcome.Report) * outcome.Quantity, outcome.Payment);

    private double Score(in AgentOutcome first, in AgentOutcome second) => _tolerance is null ? 0 : Tolerance.Of(_tolerance.Score, first.Quantity, second.Quantity);
}
