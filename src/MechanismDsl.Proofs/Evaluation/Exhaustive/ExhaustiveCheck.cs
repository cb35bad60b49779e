using System.Globalization;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>
/// Decides laws of rules with finite domains by looking at every profile: K types of n agents are Kⁿ evaluations, because every pair of reports is a
/// pair of table entries.
/// </summary>
public static class ExhaustiveCheck
{
    /// <summary>The table entries that are made while somebody types.</summary>
    public const int LiveStates = 400_000;

    /// <summary>The table entries that are made at the end of a compilation.</summary>
    public const int DeepStates = 4_000_000;

    // Comparing every truth with every lie on long lists of types.
    private const double MostPairs = 4e8;

    /// <summary>The verdict for all numbers of agents in the range, or null if the domains are not finite or have too many profiles.</summary>
    /// <param name="question">The question.</param>
    /// <param name="states">How many table entries (profiles times agents, twice with payments) may be made.</param>
    /// <param name="cancellation">Ends the check with <see cref="OperationCanceledException"/>.</param>
    public static Verdict? Decide(Question question, int states, CancellationToken cancellation = default)
    {
        if (question.IsAboutScore())
        {
            return question.System.Score is null ? null : DecideScore(question, states, cancellation);
        }

        return question.Property.IsAboutPayments() && question.System.Payment is null ? null : DecideOutcomes(question, states, cancellation);
    }

    private static Verdict? DecideOutcomes(Question question, int states, CancellationToken cancellation)
    {
        var system = question.System;
        if (system.Agents.Max is not { } max)
        {
            return null;
        }

        var withPayments = system.Payment is not null && (question.Property.IsAboutPayments() || question.Property == Property.Total);
        var spaces = new List<ProfileSpace>();
        for (var agents = system.Agents.Min; agents <= max; agents++)
        {
            var width = agents * (withPayments ? 2 : 1);
            if (ProfileSpace.Of(system, agents, 0, Math.Max(states, 0) / Math.Max(width, 1)) is not { } space)
            {
                return null;
            }

            if (question.Property == Property.Truthful && (double)space.Count * agents * space.Axis(system.ReportInput(), 0).Length > MostPairs)
            {
                return null;
            }

            spaces.Add(space);
            states -= space.Count * width;
        }

        var (profiles, hash, isExact) = (0L, new ContentHash(), true);
        foreach (var space in spaces)
        {
            var table = OutcomeTable.Tabulate(system, space, withPayments, hash, out var failure, cancellation);
            profiles += space.Count;
            if (table is null)
            {
                return OfFailure(question, new Candidate(space.Profile.Agents, 0, space.Profile.ToInputs(), null), failure, cancellation);
            }

            if (question.Property != Property.Total && table.Suspect(question.Property) is { } suspect)
            {
                return Refutation.Confirm(question, suspect, cancellation);
            }

            isExact &= IsExact(question.Property, system, table.IsWhole);
        }

        var numbers = Enumerable.Range(system.Agents.Min, max - system.Agents.Min + 1).ToEquatableArray();
        return Proved(new Scope.Numbers(numbers), isExact, profiles, hash);
    }

    private static Verdict? DecideScore(Question question, int states, CancellationToken cancellation)
    {
        var system = question.System;
        var focus = question.Property == Property.UnaffectedByInput ? question.Focus : system.ReportInput();
        var (profiles, hash, isExact) = (0L, new ContentHash(), true);
        for (var agent = 0; agent < system.Inputs.Max(input => input.Domains.Count); agent++)
        {
            if (ProfileSpace.Of(system, 1, agent, states - (int)profiles) is not { } space)
            {
                return null;
            }

            profiles += space.Count;
            var scores = new Scalar[space.Count];
            var evaluator = new OutcomeEvaluator(system, traces: false, cancellation);
            for (var number = 0; number < space.Count; number++)
            {
                space.Select(number);
                if (!evaluator.TryScore(space.Profile, agent, out scores[number]))
                {
                    return OfFailure(question, new Candidate(1, agent, space.Profile.ToInputs(), null), evaluator.Failure, cancellation);
                }

                hash.Add(scores[number].ToNumber());
            }

            if (question.Property != Property.Total && Suspect(question, space, scores, focus, agent, ref isExact) is { } suspect)
            {
                return Refutation.Confirm(question, suspect, cancellation);
            }
        }

        return Proved(new Scope.EveryNumber(), isExact, profiles, hash);
    }

    /// <summary>Compares each score with the highest (for a supplier, the lowest) at smaller values; says whether comparing was exact so far.</summary>
    private static Candidate? Suspect(Question question, ProfileSpace space, Scalar[] scores, int focus, int agent, ref bool isExact)
    {
        var laws = new Laws(question.System);
        var (length, stride) = space.Axis(focus, 0);
        var values = space.Values(focus, 0);
        var isDescending = question.Property == Property.MonotoneScore && question.System.Side == Side.Supplier;
        for (var start = 0; start < space.Count; start++)
        {
            var best = 0;
            for (var place = 1; place < length && start / stride % length == 0; place++)
            {
                var (before, score) = (scores[start + (best * stride)], scores[start + (place * stride)]);
                var order = OutcomeEvaluator.Compare(score, before);
                if (laws.Violation(question.Property, new(values[best], before.ToNumber(), 0, before), new(values[place], score.ToNumber(), 0, score)) > 0)
                {
                    var (truth, other) = isDescending ? (place, best) : (best, place);
                    space.Select(start + (truth * stride));
                    return new Candidate(1, agent, space.Profile.ToInputs(), values[other]);
                }

                isExact &= question.Property == Property.UnaffectedByInput ? order == 0 : isDescending ? order <= 0 : order >= 0;
                best = question.Property == Property.MonotoneScore && (isDescending ? order < 0 : order > 0) ? place : best;
            }
        }

        return null;
    }

    private static Verdict? OfFailure(Question question, Candidate candidate, string? failure, CancellationToken cancellation)
    {
        if (question.Property == Property.Total && failure is not null)
        {
            return Refutation.Confirm(question, candidate, cancellation);
        }

        return new Verdict.Undecided(failure is null ? "a run of the rule did not end within its steps" : $"the rule has no result on legal reports: {failure}", -1);
    }

    /// <summary>Comparisons of winners and units round nothing; utilities round nothing if all numbers are small and whole.</summary>
    private static bool IsExact(Property property, RuleSystem system, bool isWhole) => property switch
    {
        Property.Total => true,
        Property.MonotoneAllocation or Property.Feasible => system.Form != AllocationForm.Probability || isWhole,
        _ => isWhole,
    };

    private static Verdict.Proved Proved(Scope scope, bool isExact, long profiles, ContentHash hash) => new(
        scope,
        isExact ? Arithmetic.Exact : Arithmetic.Real,
        new Certificate("exhaustive", string.Format(CultureInfo.InvariantCulture, "exhaustive profiles={0} hash={1}", profiles, hash)));
}
