namespace MechanismDsl.Theory.Automated;

/// <summary>The classes into which repeated renaming divides things that are numbered from 0.</summary>
internal static class Orbits
{
    /// <summary>For each thing the number of its class; classes are numbered in the order of their first members.</summary>
    /// <param name="count">How many things there are.</param>
    /// <param name="renamings">What each renaming makes of each of them.</param>
    public static int[] Of(int count, IReadOnlyList<int[]> renamings)
    {
        var parents = Enumerable.Range(0, count).ToArray();
        foreach (var renaming in renamings)
        {
            for (var thing = 0; thing < count; thing++)
            {
                var (one, other) = (Root(parents, thing), Root(parents, renaming[thing]));
                parents[Math.Max(one, other)] = Math.Min(one, other);
            }
        }

        var (classes, next) = (new int[count], 0);
        for (var thing = 0; thing < count; thing++)
        {
            var root = Root(parents, thing);
            classes[thing] = root == thing ? next++ : classes[root];
        }

        return classes;
    }

    private static int Root(int[] parents, int thing)
    {
        while (parents[thing] != thing)
        {
            parents[thing] = parents[parents[thing]];
            thing = parents[thing];
        }

        return thing;
    }
}
