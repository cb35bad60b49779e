namespace MechanismDsl.Proofs.Order;

/// <summary>A set of small numbers that grows as needed.</summary>
internal sealed class BitRow
{
    private ulong[] _words = new ulong[1];

    /// <summary>Whether a number is in the set.</summary>
    public bool this[int bit]
    {
        get => bit >> 6 < _words.Length && (_words[bit >> 6] >> (bit & 63) & 1) != 0;
        set
        {
            Grow((bit >> 6) + 1);
            if (value)
            {
                _words[bit >> 6] |= 1UL << (bit & 63);
            }
            else
            {
                _words[bit >> 6] &= ~(1UL << (bit & 63));
            }
        }
    }

    /// <summary>Adds all numbers of another set.</summary>
    public void Join(BitRow other)
    {
        Grow(other._words.Length);
        for (var word = 0; word < other._words.Length; word++)
        {
            _words[word] |= other._words[word];
        }
    }

    /// <summary>A copy.</summary>
    public BitRow Copy() => new() { _words = (ulong[])_words.Clone() };

    private void Grow(int words)
    {
        if (words > _words.Length)
        {
            Array.Resize(ref _words, words);
        }
    }
}
