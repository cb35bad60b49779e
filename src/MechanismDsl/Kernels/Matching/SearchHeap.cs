using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MechanismDsl.Kernels;

/// <summary>
/// A priority queue over nodes 0, 1, … with distances that may be lowered, in memory of the caller. Among equal distances the lowest node comes first, so
/// that a search takes the same way on every machine.
/// </summary>
/// <remarks>A heap in which every node has four children (Johnson 1975): it is shallower than a binary one, and four children share a cache line.</remarks>
internal ref struct SearchHeap
{
    private const int Children = 4;

    private readonly Span<Entry> _entries;

    /// <summary>Where a node stands, plus one; 0 for nowhere.</summary>
    private readonly Span<int> _places;

    private int _count;

    /// <summary>Starts empty.</summary>
    /// <param name="entries">Room for all nodes.</param>
    /// <param name="places">Room for all nodes; cleared here.</param>
    public SearchHeap(Span<Entry> entries, Span<int> places)
    {
        Debug.Assert(entries.Length == places.Length);
        _entries = entries;
        _places = places;
        places.Clear();
    }

    /// <summary>A node and its distance.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Entry(double Distance, int Node)
    {
        /// <summary>Whether this one comes first.</summary>
        public bool Precedes(in Entry other) => Distance < other.Distance || (Distance == other.Distance && Node < other.Node);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        foreach (ref readonly var entry in _entries[.._count])
        {
            _places[entry.Node] = 0;
        }

        _count = 0;
    }

    /// <summary>Adds a node, or lowers its distance; a distance that is not lower changes nothing.</summary>
    public void Lower(int node, double distance)
    {
        var place = _places[node] - 1;
        if (place < 0)
        {
            place = _count++;
        }
        else if (!(distance < _entries[place].Distance))
        {
            return;
        }

        var entry = new Entry(distance, node);
        while (place > 0)
        {
            var parent = (place - 1) / Children;
            if (!entry.Precedes(_entries[parent]))
            {
                break;
            }

            Put(_entries[parent], place);
            place = parent;
        }

        Put(entry, place);
    }

    /// <summary>Takes the nearest node out.</summary>
    public bool TryTake(out Entry nearest)
    {
        if (_count == 0)
        {
            nearest = default;
            return false;
        }

        nearest = _entries[0];
        _places[nearest.Node] = 0;
        var last = _entries[--_count];
        var place = 0;
        while (true)
        {
            var first = (Children * place) + 1;
            if (first >= _count)
            {
                break;
            }

            var best = first;
            for (var child = first + 1; child < Math.Min(first + Children, _count); child++)
            {
                best = _entries[child].Precedes(_entries[best]) ? child : best;
            }

            if (!_entries[best].Precedes(last))
            {
                break;
            }

            Put(_entries[best], place);
            place = best;
        }

        if (_count > 0)
        {
            Put(last, place);
        }

        return true;
    }

    private readonly void Put(in Entry entry, int place)
    {
        _entries[place] = entry;
        _places[entry.Node] = place + 1;
    }
}
