using MechanismDsl.Auditing.Subjects;

namespace MechanismDsl.Auditing.Searching;

/// <summary>Makes a case worse for the mechanism, number by number, and then rounder, as long as most of the loss stays.</summary>
/// <param name="subject">The mechanism.</param>
/// <param name="ranges">Where types lie.</param>
/// <param name="hunt">The measure.</param>
internal sealed class Refinement(Subject subject, TypeRanges ranges, Hunt hunt)
{
    /// <summary>The share of the greatest loss that a rounder case keeps.</summary>
    private const double Kept = .75;

    private const int FirstStep = 4;
    private const int LastStep = 256;

    /// <summary>The case, larger and rounder.</summary>
    public Case Improve(Law law, Case found) => Round(law, Climb(law, found));

    private Case Climb(Law law, Case found)
    {
        var best = found;
        for (var step = FirstStep; step <= LastStep; step *= 2)
        {
            foreach (var place in Places(best))
            {
                var (low, high) = ranges[place.Agent, place.Number];
                foreach (var move in (double[])[(high - low) / step, -(high - low) / step])
                {
                    var next = place.IsLie ? place.Of(best) + move : Math.Clamp(place.Of(best) + move, low, high);
                    best = Try(law, best, place, next, best.Loss);
                }
            }
        }

        return best;
    }

    private Case Round(Law law, Case found)
    {
        var (rounder, least) = (found, found.Loss * Kept);
        foreach (var place in Places(found))
        {
            foreach (var candidate in Rounder(place.Of(rounder)))
            {
                var next = Try(law, rounder, place, candidate, least);
                if (next != rounder)
                {
                    rounder = next;
                    break;
                }
            }
        }

        return rounder;
    }

    private static IEnumerable<double> Rounder(double number)
    {
        yield return 0;
        if (number == 0)
        {
            yield break;
        }

        var magnitude = (int)Math.Floor(Math.Log10(Math.Abs(number)));
        for (var digits = 1; digits <= 6; digits++)
        {
            var unit = (decimal)Math.Pow(10, Math.Clamp(magnitude - digits + 1, -12, 14));
            yield return (double)(Math.Round((decimal)Math.Clamp(number, -1e15, 1e15) / unit) * unit);
            yield return (double)(Math.Floor((decimal)Math.Clamp(number, -1e15, 1e15) / unit) * unit);
            yield return (double)(Math.Ceiling((decimal)Math.Clamp(number, -1e15, 1e15) / unit) * unit);
        }
    }

    /// <summary>The case with another number, if it loses at least so much (more, if that is the present loss).</summary>
    private Case Try(Law law, Case from, Place place, double value, double least)
    {
        var dimension = subject.Parties[place.Agent].Dimensions[place.Number];
        var number = dimension.Legal(value);
        var (low, high) = ranges[place.Agent, place.Number];
        if (number == place.Of(from) || (!place.IsLie && (number < low || number > high)) || (subject.Parties[place.Agent].Types is { } known && known[0].Length == 1 && !known.Any(type => type[0] == number)))
        {
            return from;
        }

        var next = place.With(from, number, subject, dimension.IsPublic);
        var loss = hunt.Measure(law, next.Types, next.Agent, next.Lie);
        return loss >= least && (loss > from.Loss || least < from.Loss) ? next with { Loss = loss } : from;
    }

    private IEnumerable<Place> Places(Case found)
    {
        for (var agent = 0; agent < found.Types.Length; agent++)
        {
            for (var number = 0; number < found.Types[agent].Length; number++)
            {
                yield return new Place(agent, number, false);
            }
        }

        for (var number = 0; found.Lie is not null && number < found.Lie.Length; number++)
        {
            if (!subject.Parties[found.Agent].Dimensions[number].IsPublic)
            {
                yield return new Place(found.Agent, number, true);
            }
        }
    }

    /// <summary>One number of a case.</summary>
    private sealed record Place(int Agent, int Number, bool IsLie)
    {
        public double Of(Case found) => (IsLie ? found.Lie! : found.Types[Agent])[Number];

        public Case With(Case found, double value, Subject subject, bool isPublic)
        {
            var changed = (double[])(IsLie ? found.Lie! : found.Types[Agent]).Clone();
            changed[Number] = value;
            changed = subject.InOrder(changed);
            if (IsLie)
            {
                return found with { Lie = changed };
            }

            // A public number is the same in the truth and in the lie.
            var lie = found.Lie;
            if (isPublic && lie is not null && Agent == found.Agent)
            {
                lie = (double[])lie.Clone();
                lie[Number] = value;
            }

            return found with { Types = Hunt.With(found.Types, Agent, changed), Lie = lie };
        }
    }
}
