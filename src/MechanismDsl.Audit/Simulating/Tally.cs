namespace MechanismDsl.Auditing.Simulating;

/// <summary>A sum and the sum of squares.</summary>
internal struct Moments
{
    private double _sum;
    private double _squares;

    /// <summary>Adds a number.</summary>
    public void Add(double number)
    {
        _sum += number;
        _squares += number * number;
    }

    /// <summary>Adds the sums of other draws.</summary>
    public void Add(Moments other)
    {
        _sum += other._sum;
        _squares += other._squares;
    }

    /// <summary>The mean over draws, of which those not added were zero.</summary>
    /// <param name="draws">The number of draws.</param>
    /// <param name="probability">What the mean is conditional on.</param>
    public readonly Estimate Over(long draws, double probability = 1) => Estimate.Of(_sum / probability, _squares / (probability * probability), draws);
}

/// <summary>What happened to an agent.</summary>
internal struct AgentMoments
{
    /// <summary>Utility.</summary>
    public Moments Utility;

    /// <summary>How much it got or gave.</summary>
    public Moments Quantity;

    /// <summary>Adds the sums of other draws.</summary>
    public void Add(AgentMoments other)
    {
        Utility.Add(other.Utility);
        Quantity.Add(other.Quantity);
    }
}

/// <summary>What happened in a number of draws. Those in which nothing happens add nothing.</summary>
/// <param name="bands">For every agent its number of type ranges.</param>
internal sealed class Tally(IReadOnlyList<int> bands)
{
    /// <summary>The most ranges of an agent.</summary>
    public int Width { get; } = bands.Max();

    /// <summary>What all pay together.</summary>
    public Moments Revenue;

    /// <summary>What it is worth to all together, its cost deducted.</summary>
    public Moments Welfare;

    /// <summary>Whether somebody is served.</summary>
    public Moments Served;

    /// <summary>Every agent's ranges, <see cref="Width"/> for each.</summary>
    public AgentMoments[] Bands { get; } = new AgentMoments[bands.Count * bands.Max()];

    /// <summary>Notes what an agent has.</summary>
    public void Note(int agent, int band, double utility, double quantity)
    {
        ref var own = ref Bands[(agent * Width) + band];
        own.Utility.Add(utility);
        own.Quantity.Add(quantity);
    }

    /// <summary>Adds the sums of other draws.</summary>
    public void Add(Tally other)
    {
        Revenue.Add(other.Revenue);
        Welfare.Add(other.Welfare);
        Served.Add(other.Served);
        for (var index = 0; index < Bands.Length; index++)
        {
            Bands[index].Add(other.Bands[index]);
        }
    }

    /// <summary>An agent, all its types together.</summary>
    public AgentMoments Agent(int agent)
    {
        var all = default(AgentMoments);
        foreach (var band in Bands.AsSpan(agent * Width, Width))
        {
            all.Add(band);
        }

        return all;
    }
}
