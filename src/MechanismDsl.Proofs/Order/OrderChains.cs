using System.Text;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Order;

/// <summary>Finds the direct comparisons behind an entry of the closure, for certificates: the shortest chain, by breadth-first search.</summary>
internal static class OrderChains
{
    /// <summary>A chain <c>a &lt;= b &lt; c</c> from one node to another; null if there is none.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="from">The lower node.</param>
    /// <param name="to">The upper node; the same one for a contradiction.</param>
    /// <param name="isStrict">Whether at least one step must be strict.</param>
    public static string? Find(OrderGraph graph, Term from, Term to, bool isStrict)
    {
        if (!graph.Has(from) || !graph.Has(to))
        {
            return null;
        }

        var start = (Node: graph.NodeOf(from), Strict: false);
        var goal = graph.NodeOf(to);
        var origin = new Dictionary<(int Node, bool Strict), ((int Node, bool Strict) From, bool Step)>();
        var queue = new Queue<(int Node, bool Strict)>();
        queue.Enqueue(start);
        while (queue.Count > 0)
        {
            var here = queue.Dequeue();
            foreach (var edge in graph.EdgesFrom(here.Node))
            {
                var there = (Node: edge.To, Strict: here.Strict || edge.IsStrict);
                if (there == start || origin.ContainsKey(there))
                {
                    continue;
                }

                origin.Add(there, (here, edge.IsStrict));
                if (there.Node == goal && (there.Strict || !isStrict))
                {
                    return Write(graph, origin, start, there);
                }

                queue.Enqueue(there);
            }
        }

        return null;
    }

    private static string Write(
        OrderGraph graph, Dictionary<(int Node, bool Strict), ((int Node, bool Strict) From, bool Step)> origin, (int Node, bool Strict) start, (int Node, bool Strict) end)
    {
        var steps = new Stack<string>();
        for (var at = end; at != start;)
        {
            var (from, step) = origin[at];
            steps.Push((step ? " < " : " <= ") + graph.Nodes[at.Node]);
            at = from;
        }

        var text = new StringBuilder(graph.Nodes[start.Node].ToString());
        foreach (var step in steps)
        {
            text.Append(step);
        }

        return text.ToString();
    }
}
