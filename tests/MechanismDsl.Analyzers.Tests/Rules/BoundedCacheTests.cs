using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>The cache computes once, stays within its bound and drops what was used longest ago.</summary>
public class BoundedCacheTests
{
    [Fact]
    public void ComputesOnceForEqualKeys()
    {
        var (cache, calls) = (new BoundedCache<string, int>(2), 0);
        int Length(string key)
        {
            calls++;
            return key.Length;
        }

        Assert.Equal(3, cache.GetOrAdd("one", Length));
        Assert.Equal(3, cache.GetOrAdd(new string(['o', 'n', 'e']), Length));
        Assert.Equal(1, calls);
    }

    [Fact]
    public void DropsWhatWasUsedLongestAgo()
    {
        var (cache, calls) = (new BoundedCache<int, int>(2), new List<int>());
        int Record(int key)
        {
            calls.Add(key);
            return key;
        }

        foreach (var key in new[] { 1, 2, 1, 3, 1, 2 })
        {
            cache.GetOrAdd(key, Record);
        }

        Assert.Equal([1, 2, 3, 2], calls);
        Assert.Equal(2, cache.Count);
    }

    [Fact]
    public void AFaultLeavesNothingBehind()
    {
        var cache = new BoundedCache<int, int>(2);
        Assert.Throws<InvalidOperationException>(() => cache.GetOrAdd(1, _ => throw new InvalidOperationException()));
        Assert.Equal(7, cache.GetOrAdd(1, _ => 7));
    }
}
