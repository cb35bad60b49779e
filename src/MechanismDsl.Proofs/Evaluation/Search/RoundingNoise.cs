using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>
/// Looks for places where rounding decides instead of the report, although the law holds in real numbers: on a plateau of <c>x − 3·x/3</c> the score is 0,
/// or a unit in the last place more, by chance. A tie that rounding breaks is a single profile and harms nobody; what is broken at profiles all around it
/// is a mechanism that can be gained from.
/// </summary>
internal sealed class RoundingNoise
{
    private const ulong Seed = 0x0DD_B175;
    private const int Axes = 300;
    private const int AxisPoints = 14;
    private const int Neighbours = 32;

    /// <summary>So many of the neighbours must break the law too: on a plateau about half of them do, around a tie next to none.</summary>
    private const int Enough = 6;

    /// <summary>
    /// Reports that are nearer than this, relative to their size, count as one: where a score is flat in a point (at the top of a parabola, in the turning
    /// point of a cubic) rounding decides between neighbours up to about 10⁻⁵ apart, and what it decides is worth no more.
    /// </summary>
    private const double Apart = 1e-3;

    /// <summary>How far neighbours of a profile lie, relative to its numbers.</summary>
    private const double Near = 1e-4;

    private readonly Question _question;
    private readonly RuleSystem _system;
    private readonly Reexecution _reexecution;
    private readonly OutcomeEvaluator _evaluator;
    private readonly SplitMix64 _random = new(Seed);
    private readonly CancellationToken _cancellation;

    private RoundingNoise(Question question, CancellationToken cancellation)
    {
        (_question, _system, _cancellation) = (question, question.System, cancellation);
        _reexecution = new Reexecution(question, traces: false, cancellation);
        _evaluator = new OutcomeEvaluator(_system, traces: false, cancellation);
    }

    /// <summary>What rounding does to a law that holds in real numbers, in words; null if nothing was found.</summary>
    /// <param name="question">The question.</param>
    /// <param name="witness">A profile at which doubles break the law; null if none is known.</param>
    /// <param name="cancellation">Ends the search with <see cref="OperationCanceledException"/>.</param>
    public static string? Find(Question question, Witness? witness, CancellationToken cancellation)
    {
        var search = new RoundingNoise(question, cancellation);
        return question.Property == Property.MonotoneScore ? search.OfScore()
            : witness is not null && search.Persists(new Candidate(witness.Agents, witness.Agent, witness.Inputs, witness.Other), one => search._reexecution.Examine(one) is not null)
                ? "it holds in real numbers, but as the rule is computed rounding breaks it at profiles that are no ties"
                : null;
    }

    private string? OfScore()
    {
        var focus = _system.ReportInput();
        if (_system.Inputs[focus].DomainOf(0).Kind is ScalarKind.Int32 or ScalarKind.Int64)
        {
            return null;
        }

        var plan = new SamplePlan(_system, focus);
        var agents = _system.Inputs.Max(input => input.Domains.Count);
        var profile = new Profile(_system, 1);
        for (var turn = 0; turn < Axes; turn++)
        {
            _cancellation.ThrowIfCancellationRequested();
            var agent = turn % agents;
            var pool = plan.Fill(profile, agent);
            (Scalar Report, Scalar Score)? best = null;
            var reports = plan.Axis(profile, 0, _system.Inputs[focus].DomainOf(agent), pool, AxisPoints);
            foreach (var report in _system.Side == Theory.Problems.Side.Supplier ? Enumerable.Reverse(reports) : reports)
            {
                profile.Set(focus, 0, report);
                if (!_evaluator.TryScore(profile, agent, out var score))
                {
                    continue;
                }

                if (best is not { } worse || OutcomeEvaluator.Compare(score, worse.Score) >= 0)
                {
                    best = (report, score);
                }
                else if (AreApart(worse.Report, report))
                {
                    profile.Set(focus, 0, worse.Report);
                    if (Persists(new Candidate(1, agent, profile.ToInputs(), report), Falls))
                    {
                        return FormattableString.Invariant($"it holds in real numbers, but as the score is computed it falls by rounding, from {worse.Score} at {worse.Report} to {score} at {report}, and not only there: rounding would decide who wins; round the score, or write it without the cancellation");
                    }
                }
            }
        }

        return null;
    }

    /// <summary>Whether the score that may be served falls although the type rises.</summary>
    private bool Falls(Candidate candidate)
    {
        var focus = _system.ReportInput();
        var profile = new Profile(_system, 1, candidate.Inputs);
        var (first, second) = (profile.Get(focus, 0), candidate.Other!.Value);
        if (_system.TypeOf(first) >= _system.TypeOf(second) || !_evaluator.TryScore(profile, candidate.Agent, out var worse))
        {
            return false;
        }

        profile.Set(focus, 0, second);
        return worse.ToNumber() >= 0 && _evaluator.TryScore(profile, candidate.Agent, out var better) && OutcomeEvaluator.Compare(worse, better) > 0;
    }

    private static bool AreApart(Scalar one, Scalar other)
    {
        var (first, second) = (one.ToNumber(), other.ToNumber());
        return Math.Abs(first - second) > Apart * Math.Max(Math.Abs(first), Math.Abs(second));
    }

    /// <summary>Whether a law is broken around a candidate and not only at it.</summary>
    private bool Persists(Candidate candidate, Func<Candidate, bool> isBroken)
    {
        var broken = 0;
        for (var trial = 0; trial < Neighbours && broken < Enough; trial++)
        {
            broken += isBroken(Neighbour(candidate)) ? 1 : 0;
        }

        return broken >= Enough;
    }

    private Candidate Neighbour(Candidate candidate)
    {
        var inputs = candidate.Inputs.Select((values, input) => values
            .Select((value, position) => Moved(value, candidate.DomainAt(_system, input, position)))
            .ToEquatableArray()).ToEquatableArray();
        var other = candidate.Other is { } report ? Moved(report, candidate.DomainAt(_system, _reexecution.Focus, candidate.Agents == 1 ? 0 : candidate.Agent)) : (Scalar?)null;
        return candidate with { Inputs = inputs, Other = other };
    }

    private Scalar Moved(Scalar value, Domain domain)
    {
        var number = value.ToNumber();
        return domain.Snap(number + (Near * number * ((2 * _random.Unit()) - 1)));
    }
}
