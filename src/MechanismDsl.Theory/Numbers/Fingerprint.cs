using System.Globalization;

namespace MechanismDsl.Theory.Numbers;

/// <summary>A short hash of a text, the same on every machine and runtime: FNV-1a with 64 bits (Fowler, Noll, Vo 1991).</summary>
public static class Fingerprint
{
    /// <summary>The hash as 16 hexadecimal digits.</summary>
    public static string Of(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * 1099511628211UL);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
