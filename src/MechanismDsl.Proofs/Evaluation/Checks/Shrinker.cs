using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>
/// Makes a counterexample simple: few agents, round numbers, few different ones. Every step is executed and kept only if the law is still broken.
/// </summary>
internal sealed class Shrinker(Question question, Reexecution execution)
{
    /// <summary>Executions that one counterexample may cost.</summary>
    private const int Budget = 3_000;

    private const int MostPasses = 8;

    private static readonly double[] _round =
    [
        0, 1, 10, 100, 2, 5, 20, 50, 3, 4, 6, 7, 8, 9, 30, 40, 60, 70, 80, 90, 200, 500, 1000, 15, 25, 75, 0.5, 0.1, 0.2, 0.9, 1.5, 2.5, 0.25, 0.75, 12, 150, 1e6, 1e9,
    ];

    private readonly RuleSystem _system = question.System;
    private int _executions;

    /// <summary>The simplest candidate found; it breaks the law as the given one does.</summary>
    public Candidate Shrink(Candidate candidate)
    {
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var before = candidate;
            candidate = WithValues(WithFewerAgents(candidate));
            if (candidate == before)
            {
                break;
            }
        }

        return candidate;
    }

    private bool Breaks(Candidate candidate) => ++_executions <= Budget && execution.Examine(candidate) is not null;

    /// <summary>Drops agents other than the focal one, where all have the same domains.</summary>
    private Candidate WithFewerAgents(Candidate candidate)
    {
        if (_system.Inputs.Any(input => input.Domains.Count > 1))
        {
            return candidate;
        }

        for (var dropped = candidate.Agents - 1; dropped >= 0; dropped--)
        {
            if (dropped != candidate.Agent && candidate.Agents > _system.Agents.Min)
            {
                var smaller = Without(candidate, dropped);
                candidate = Breaks(smaller) ? smaller : candidate;
            }
        }

        return candidate;
    }

    private Candidate Without(Candidate candidate, int dropped) => candidate with
    {
        Agents = candidate.Agents - 1,
        Agent = candidate.Agent > dropped ? candidate.Agent - 1 : candidate.Agent,
        Inputs = candidate.Inputs
            .Select((values, input) => _system.Inputs[input].IsPerAgent() ? values.Where((_, agent) => agent != dropped).ToEquatableArray() : values)
            .ToEquatableArray(),
    };

    private Candidate WithValues(Candidate candidate)
    {
        // The focal agent's reports last: the others' simple values suggest theirs.
        for (var input = 0; input < candidate.Inputs.Count; input++)
        {
            for (var position = 0; position < candidate.Inputs[input].Count; position++)
            {
                var (at, agent) = (input, position);
                candidate = Simplest(candidate, candidate.Inputs[at][agent], candidate.DomainAt(_system, at, agent), value => candidate.With(at, agent, value));
            }
        }

        if (candidate.Other is { } other)
        {
            var domain = candidate.DomainAt(_system, execution.Focus, candidate.Agents == 1 ? 0 : candidate.Agent);
            candidate = Simplest(candidate, other, domain, value => candidate with { Other = value });
        }

        return candidate;
    }

    private Candidate Simplest(Candidate candidate, Scalar current, Domain domain, Func<Scalar, Candidate> with)
    {
        var simplicity = Simplicity.Of(current);
        foreach (var value in Simpler(candidate, current, domain))
        {
            if (value != current && Simplicity.Of(value).CompareTo(simplicity) < 0 && with(value) is var simpler && Breaks(simpler))
            {
                return simpler;
            }
        }

        return candidate;
    }

    /// <summary>Values to try, the simplest first: ends of the domain, round numbers, numbers that occur elsewhere, and the value with fewer digits.</summary>
    private static IEnumerable<Scalar> Simpler(Candidate candidate, Scalar current, Domain domain)
    {
        var numbers = new List<double>(_round) { domain.Low, domain.High };
        numbers.AddRange(candidate.Inputs.SelectMany(values => values).Select(value => value.ToNumber()));
        var number = current.ToNumber();
        for (var digits = 1; digits <= 15; digits++)
        {
            numbers.Add(NumberText.Rounded(number, digits));
        }

        // A number just below 100 becomes 99 or 99.9; rounding would make it 100.
        for (var scale = 1.0; scale <= 1e6; scale *= 10)
        {
            numbers.Add(Math.Floor(number * scale) / scale);
            numbers.Add(Math.Ceiling(number * scale) / scale);
        }

        return numbers.Where(value => !double.IsNaN(value)).Select(domain.Snap).Distinct().OrderBy(Simplicity.Of);
    }
}
