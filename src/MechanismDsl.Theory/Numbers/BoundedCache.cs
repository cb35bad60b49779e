namespace MechanismDsl.Theory.Numbers;

/// <summary>
/// A cache of results by the content of what they were computed from. It holds at most <c>capacity</c> entries and drops the one that was
/// used longest ago. Keys and values are plain values, so that no entry keeps a compilation alive.
/// </summary>
/// <typeparam name="TKey">What results are computed from.</typeparam>
/// <typeparam name="TValue">The results.</typeparam>
/// <param name="capacity">The most entries; at least 1.</param>
/// <remarks>Safe for concurrent use. Two threads that miss the same key at once both compute; the results are equal, and one of them stays.</remarks>
public sealed class BoundedCache<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly object _gate = new();
    private readonly Dictionary<TKey, LinkedListNode<KeyValuePair<TKey, TValue>>> _entries = [];
    private readonly LinkedList<KeyValuePair<TKey, TValue>> _recentFirst = [];

    /// <summary>How many results are held.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>The result for <paramref name="key"/>, computed on the first call. A computation that throws leaves nothing behind.</summary>
    /// <param name="key">What the result is computed from.</param>
    /// <param name="compute">Computes it.</param>
    public TValue GetOrAdd(TKey key, Func<TKey, TValue> compute)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var found))
            {
                _recentFirst.Remove(found);
                _recentFirst.AddFirst(found);
                return found.Value.Value;
            }
        }

        var value = compute(key);
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var other))
            {
                return other.Value.Value;
            }

            _entries.Add(key, _recentFirst.AddFirst(new KeyValuePair<TKey, TValue>(key, value)));
            if (_entries.Count > capacity)
            {
                _entries.Remove(_recentFirst.Last!.Value.Key);
                _recentFirst.RemoveLast();
            }
        }

        return value;
    }
}
