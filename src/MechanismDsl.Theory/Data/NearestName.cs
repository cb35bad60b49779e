namespace MechanismDsl.Theory.Data;

/// <summary>Finds the name that was probably meant.</summary>
public static class NearestName
{
    /// <summary>
    /// The candidate with the least edit distance (Levenshtein 1966; letter case costs nothing), the first of equals; null if even that one
    /// needs more edits than half of the longer name has letters, because then it would be a guess.
    /// </summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var distance = Distance(name, candidate);
            if (distance < least && 2 * distance <= Math.Max(name.Length, candidate.Length))
            {
                nearest = candidate;
                least = distance;
            }
        }

        return nearest;
    }

    private static int Distance(string from, string to)
    {
        var previous = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var row = 1; row <= from.Length; row++)
        {
            var current = new int[to.Length + 1];
            current[0] = row;
            for (var column = 1; column <= to.Length; column++)
            {
                var change = char.ToUpperInvariant(from[row - 1]) == char.ToUpperInvariant(to[column - 1]) ? 0 : 1;
                current[column] = Math.Min(previous[column - 1] + change, 1 + Math.Min(previous[column], current[column - 1]));
            }

            previous = current;
        }

        return previous[to.Length];
    }
}
