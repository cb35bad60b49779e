using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Service;

/// <summary>
/// Slots with reserves of their own by their definition: slot by slot, the best first, the highest type that is left gets the slot if it meets its reserve;
/// otherwise the slot stays empty. Slow and obvious on purpose: it is what fast code is compared with.
/// </summary>
/// <param name="slots">The slots with their reserves, which do not increase.</param>
/// <param name="order">The agents in the order among equals.</param>
internal sealed class ReservedSlots(Slots slots, IReadOnlyList<int> order)
{
    /// <summary>How many clicks every agent gets.</summary>
    /// <param name="types">The type of each agent; null for an agent that is absent.</param>
    public double[] Quantities(IReadOnlyList<double?> types)
    {
        var left = new Queue<int>(order.Where(agent => types[agent] is not null).OrderByDescending(agent => types[agent]!.Value));
        var quantities = new double[types.Count];
        for (var slot = 0; slot < slots.Clicks.Count && left.Count > 0; slot++)
        {
            if (types[left.Peek()] >= slots.Reserves[slot])
            {
                quantities[left.Dequeue()] = slots.Clicks[slot];
            }
        }

        return quantities;
    }

    /// <summary>The lowest type with which an agent gets at least so many clicks: all types at which that can change are tried, and one between each two of them.</summary>
    /// <param name="types">The types; the agent's own does not matter.</param>
    /// <param name="agent">An agent that gets them at its own type.</param>
    /// <param name="clicks">The clicks.</param>
    /// <returns>The infimum, and whether the agent does not get them at the infimum itself.</returns>
    public (double Type, bool IsExcluded) Critical(IReadOnlyList<double?> types, int agent, double clicks)
    {
        List<double> points = [.. types.Where((type, other) => other != agent && type is not null).Select(type => type!.Value).Concat(slots.Reserves).Append(0).Distinct().OrderBy(point => point)];
        for (var index = 0; index < points.Count; index++)
        {
            if (Reaches(points[index]))
            {
                return (points[index], false);
            }

            if (Reaches(index + 1 < points.Count ? (points[index] + points[index + 1]) / 2 : points[index] + 1))
            {
                return (points[index], true);
            }
        }

        throw new InvalidOperationException("The agent never gets so many clicks.");

        bool Reaches(double type) => Quantities([.. types.Select((other, index) => index == agent ? type : other)])[agent] >= clicks;
    }
}
