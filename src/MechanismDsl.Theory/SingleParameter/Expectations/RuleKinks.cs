using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.SingleParameter.Expectations;

/// <summary>Where an agent's chances among different agents are not smooth, so that no quadrature steps across.</summary>
internal static class RuleKinks
{
    private const int CrossingProbes = 9;

    /// <summary>The own types at which the interim allocation or the chance of being the best type is not smooth.</summary>
    public static List<double> Of(IReadOnlyList<RuleAgent> agents, int self)
    {
        var own = agents[self];
        var kinks = own.Score.Pieces.SelectMany(piece => new[] { piece.From, piece.To }).ToList();
        for (var other = 0; other < agents.Count; other++)
        {
            if (other == self)
            {
                continue;
            }

            var rival = agents[other];
            kinks.AddRange(rival.Types.Breakpoints);
            kinks.Add(rival.Floor);
            foreach (var score in KinkScores(rival))
            {
                kinks.Add(own.Score.LowestMeeting(score));
                kinks.Add(own.Score.LowestBeating(score));
            }
        }

        kinks.RemoveAll(kink => double.IsInfinity(kink) || double.IsNaN(kink));
        kinks.AddRange(Crossings(agents, self, kinks));
        return kinks;
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

                double Lead(double type) => rival.LowestBeating(own.Score.Score(type)) - type;
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
