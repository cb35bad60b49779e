namespace MechanismDsl.Auditing.Simulating;

/// <summary>Plays many profiles at once.</summary>
internal interface IBlockPlayer
{
    /// <summary>Plays rows of types and notes what happens.</summary>
    /// <param name="types">Row by row, one number an agent.</param>
    /// <param name="bands">What tells the range of each type: the uniform numbers that the types were made of, or the types themselves where these tell it.</param>
    /// <param name="samplers">The agents' distributions.</param>
    /// <param name="tally">Where it is noted.</param>
    void Play(ReadOnlySpan<double> types, ReadOnlySpan<double> bands, TypeSampler[] samplers, Tally tally);
}

/// <summary>A single item in doubles, by the mechanism's own batch: whoever is not served has nothing and adds nothing.</summary>
/// <param name="sign">1 for buyers, −1 for suppliers.</param>
/// <param name="cost">What serving costs that no agent bears.</param>
internal sealed class SaleBlocks<TMechanism>(double sign, double cost) : IBlockPlayer
    where TMechanism : IMechanism<double, Sale<double>>
{
    /// <inheritdoc/>
    public void Play(ReadOnlySpan<double> types, ReadOnlySpan<double> bands, TypeSampler[] samplers, Tally tally)
    {
        var agents = samplers.Length;
        Span<Sale<double>> outcomes = stackalloc Sale<double>[SimulationRun.Chunk];
        outcomes = outcomes[..(types.Length / agents)];
        TMechanism.RunBatch(types, agents, outcomes);
        var (revenue, welfare, served) = (tally.Revenue, tally.Welfare, tally.Served);
        var scales = Array.TrueForAll(samplers, sampler => sampler.TellsBandOfType) ? Scales(samplers) : [];
        for (var row = 0; row < outcomes.Length; row++)
        {
            var (winner, price) = outcomes[row];
            if (winner >= 0)
            {
                var index = (row * agents) + winner;
                var worth = sign * types[index];
                revenue.Add(sign * price);
                welfare.Add(worth - cost);
                served.Add(1);
                var band = scales.Length > 0 ? scales[winner].Of(bands[index]) : samplers[winner].Band(bands[index]);
                tally.Note(winner, band, worth - (sign * price), 1);
            }
        }

        (tally.Revenue, tally.Welfare, tally.Served) = (revenue, welfare, served);
    }

    private static BandScale[] Scales(TypeSampler[] samplers)
    {
        var scales = new BandScale[samplers.Length];
        for (var agent = 0; agent < scales.Length; agent++)
        {
            scales[agent] = samplers[agent].Scale;
        }

        return scales;
    }
}
