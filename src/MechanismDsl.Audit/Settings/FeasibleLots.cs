using System.Collections.Immutable;

namespace MechanismDsl.Auditing.Settings;

/// <summary>Enumerations of feasible outcomes, for a handful of agents.</summary>
internal static class FeasibleLots
{
    /// <summary>Every set of agents that may be served, one unit each.</summary>
    /// <param name="agents">The number of agents, at most 20.</param>
    /// <param name="admits">Whether a set may be served: bit i stands for agent i.</param>
    /// <param name="quantity">1, or −1 for suppliers.</param>
    public static IEnumerable<ImmutableArray<Lot>> Sets(int agents, Func<int, bool> admits, double quantity)
    {
        for (var set = 0; set < 1 << agents; set++)
        {
            if (admits(set))
            {
                var served = set;
                yield return [.. Enumerable.Range(0, agents).Select(agent => ((served >> agent) & 1) != 0 ? new Lot(0, quantity) : Lot.None)];
            }
        }
    }

    /// <summary>Every way of handing out identical units.</summary>
    public static IEnumerable<ImmutableArray<Lot>> Units(int agents, int units, int perAgent)
    {
        return Next([], units);

        IEnumerable<ImmutableArray<Lot>> Next(ImmutableArray<Lot> lots, int left) => lots.Length == agents
            ? [lots]
            : Enumerable.Range(0, Math.Min(left, perAgent) + 1).SelectMany(quantity => Next(lots.Add(quantity == 0 ? Lot.None : new Lot(0, quantity)), left - quantity));
    }

    /// <summary>Every way in which each agent gets at most one item and no item goes to more agents than there are copies.</summary>
    public static IEnumerable<ImmutableArray<Lot>> Matchings(int agents, IReadOnlyList<int> copies)
    {
        var left = copies.ToArray();
        return Next([]);

        IEnumerable<ImmutableArray<Lot>> Next(ImmutableArray<Lot> lots)
        {
            if (lots.Length == agents)
            {
                yield return lots;
                yield break;
            }

            foreach (var rest in Next(lots.Add(Lot.None)))
            {
                yield return rest;
            }

            for (var item = 0; item < left.Length; item++)
            {
                if (left[item] > 0)
                {
                    left[item]--;
                    foreach (var rest in Next(lots.Add(new Lot(item, 1))))
                    {
                        yield return rest;
                    }

                    left[item]++;
                }
            }
        }
    }

    /// <summary>Every set of buyers with every set of as many sellers; buyers come first.</summary>
    public static IEnumerable<ImmutableArray<Lot>> Trades(int buyers, int sellers) =>
        from buys in Enumerable.Range(0, 1 << buyers)
        from sells in Enumerable.Range(0, 1 << sellers)
        where int.PopCount(buys) == int.PopCount(sells)
        select (ImmutableArray<Lot>)
        [
            .. Enumerable.Range(0, buyers).Select(buyer => ((buys >> buyer) & 1) != 0 ? new Lot(0, 1) : Lot.None),
            .. Enumerable.Range(0, sellers).Select(seller => ((sells >> seller) & 1) != 0 ? new Lot(0, -1) : Lot.None),
        ];

    /// <summary>One of several outcomes, for all agents.</summary>
    public static IEnumerable<ImmutableArray<Lot>> Choices(int agents, int members) =>
        Enumerable.Range(0, members).Select(member => (ImmutableArray<Lot>)[.. Enumerable.Repeat(new Lot(member, 1), agents)]);

    /// <summary>One of the agents gets all.</summary>
    public static IEnumerable<ImmutableArray<Lot>> Owners(int agents) =>
        Enumerable.Range(0, agents).Select(owner => (ImmutableArray<Lot>)[.. Enumerable.Range(0, agents).Select(agent => agent == owner ? new Lot(0, 1) : Lot.None)]);

    /// <summary>Every way of giving each good to one of the agents: more is never worth less, so nothing needs to be kept.</summary>
    public static IEnumerable<ImmutableArray<Lot>> Packages(int agents, int goods)
    {
        var owners = new int[goods];
        while (true)
        {
            var sets = new long[agents];
            for (var good = 0; good < goods; good++)
            {
                sets[owners[good]] |= 1L << good;
            }

            yield return [.. sets.Select(set => set == 0 ? Lot.None : new Lot(set, 1))];
            var next = 0;
            while (next < goods && ++owners[next] == agents)
            {
                owners[next++] = 0;
            }

            if (next == goods)
            {
                yield break;
            }
        }
    }
}
