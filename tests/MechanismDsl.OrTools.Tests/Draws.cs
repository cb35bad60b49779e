namespace MechanismDsl.OrTools.Tests;

/// <summary>Reproducible random numbers (SplitMix64, Steele, Lea and Flood 2014).</summary>
internal sealed class Draws(ulong seed)
{
    private ulong _state = seed;

    public int Below(int bound)
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)bound);
    }

    /// <summary>Random bids of random packages, of few different values in some markets.</summary>
    public LargePackageBid[] Bids(int count, int goods, int bidders, int range) =>
    [
        .. Enumerable.Range(0, count).Select(_ =>
        {
            var set = 1 + Below((1 << goods) - 1);
            return new LargePackageBid(Below(bidders), [.. Enumerable.Range(0, goods).Where(good => (set >> good & 1) != 0)], Below(range));
        }),
    ];
}
