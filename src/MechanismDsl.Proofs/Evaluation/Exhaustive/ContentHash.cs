using System.Globalization;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>FNV-1a with 64 bits (Fowler, Noll and Vo 1991) of a sequence of doubles: a checker that tabulates again compares it.</summary>
internal sealed class ContentHash
{
    private ulong _hash = 14695981039346656037UL;

    public void Add(double value)
    {
        // Adding 0.0 makes the two zeros one.
        var bits = unchecked((ulong)BitConverter.DoubleToInt64Bits(value + 0.0));
        for (var shift = 0; shift < 64; shift += 8)
        {
            _hash = unchecked((_hash ^ ((bits >> shift) & 0xFF)) * 1099511628211UL);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _hash.ToString("x16", CultureInfo.InvariantCulture);
}
