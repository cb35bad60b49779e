using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.SingleParameter.Expectations;

/// <summary>Where an agent's chances among different agents are not smooth, so that no quadrature steps across.</summary>
internal static class RuleKinks
{
    private const int CrossingProbes = 9;

    /// <summary>The relative distance of two kinks that are one.</summary>
    private const double Sliver = 1e-13;

    /// <summary>The own types at which the interim allocation or the chance of being the best type is not smooth.</summary>
    public static List<double> Of(IReadOnlyList<RuleAgent> agents, int self, CancellationToken cancellation)
    {
        var own = agents[self];
        var kinks = own.Score.Pieces.SelectMany(piece => new[] { piece.From, piece.To }).ToList();
        for (var other = 0; other < agents.Count; other++)
        {
            if (other == self)
            {
                continue;
            }

            cancellation.ThrowIfCancellationRequested();
            var rival = agents[other];
            kinks.AddRange(rival.Types.Breakpoints);
            if (own.Score.Score(rival.Floor) <= rival.Score.Score(rival.Floor))
            {
                // Below its floor the rival is dropped, whatever its score: nobody need be beaten, but it may still have the higher type.
                kinks.Add(rival.Floor);
            }

            // A type at the floor or below is no kink of what happens above it.
            var least = own.Score.Score(own.Floor);
            foreach (var score in KinkScores(rival).Distinct().Where(score => !(score < least)))
            {
                kinks.Add(own.Score.LowestMeeting(score));
                kinks.Add(own.Score.LowestBeating(score));
            }
        }

        kinks = Distinct(kinks, own);
        kinks.AddRange(Crossings(agents, self, kinks));
        return Distinct(kinks, own);
    }

    /// <summary>
    /// Without kinks that lie as close to another one, or to the floor, as rounding puts two inverses of the same score: a sliver of the types
    /// costs as many evaluations as a stretch. Ends of the own pieces are kept to the bit, because the score may jump there.
    /// </summary>
    private static List<double> Distinct(List<double> kinks, RuleAgent own)
    {
        var exact = new HashSet<double>(own.Score.Pieces.SelectMany(piece => new[] { piece.From, piece.To })) { own.Floor };
        var distinct = new List<double>();
        foreach (var kink in kinks.Append(own.Floor).Where(kink => !double.IsInfinity(kink) && !double.IsNaN(kink)).Distinct().OrderBy(kink => kink))
        {
            var isNear = distinct.Count > 0 && kink - distinct[^1] <= Sliver * Math.Abs(kink);
            if (!isNear || (exact.Contains(kink) && exact.Contains(distinct[^1])))
            {
                distinct.Add(kink);
            }
            else if (exact.Contains(kink))
            {
                distinct[^1] = kink;
            }
        }

        return distinct;
    }

    /// <summary>The scores at which P(the rival's score ≤ x) is not smooth: both sides of every breakpoint, piece and floor.</summary>
    private static IEnumerable<double> KinkScores(RuleAgent rival)
    {
        var types = rival.Types;
        foreach (var type in types.Breakpoints.Append(rival.Floor))
        {
            yield return rival.Score.Score(type);
        }

        foreach (var piece in rival.Score.Pieces)
        {
            if (piece.From > types.Upper || piece.To < types.Lower)
            {
                continue;
            }

            yield return piece.At(Math.Max(piece.From, types.Lower));
            var end = Math.Min(piece.To, types.Upper);
            if (!double.IsInfinity(end))
            {
                yield return piece.At(end);
            }
        }
    }

    /// <summary>Types at which a rival's threshold crosses the own type: there the minimum that defines "nobody has a higher type" has a kink.</summary>
    private static IEnumerable<double> Crossings(IReadOnlyList<RuleAgent> agents, int self, List<double> kinks)
    {
        var own = agents[self];
        if (own.Types is not ContinuousPrior)
        {
            yield break;
        }

        var rivals = agents.Where((agent, other) => other != self && agent.Score != own.Score).Select(agent => agent.Score).ToList();
        foreach (var segment in TypeSegment.Cut(own.Types, own.Floor, kinks).Where(segment => segment.Kind == SegmentKind.Spread))
        {
            foreach (var rival in rivals)
            {
                if (own.Score.PieceAt(segment.Inside) is ConstantPiece pooled)
                {
                    yield return rival.LowestBeating(pooled.Score);
                    continue;
                }

                // The threshold lies above the own type exactly where the rival's score at that type does not exceed the own one.
                double Lead(double type) => own.Score.Score(type) - rival.Score(type);
                var (low, lowLead) = (double.NaN, double.NaN);
                for (var probe = 1; probe < CrossingProbes; probe++)
                {
                    var share = probe / (double)CrossingProbes;
                    var type = segment.TypeAt(own.Types, share, 1 - share);
                    var lead = Lead(type);
                    if (lead * lowLead < 0)
                    {
                        yield return Root(Lead, low, type, lowLead);
                    }

                    (low, lowLead) = (type, lead);
                }
            }
        }
    }

    private static double Root(Func<double, double> function, double low, double high, double atLow)
    {
        while (true)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                return middle;
            }

            var value = function(middle);
            if (value * atLow > 0)
            {
                (low, atLow) = (middle, value);
            }
            else
            {
                high = middle;
            }
        }
    }
}
