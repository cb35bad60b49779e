using System.Globalization;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Certificates.Reals;

/// <summary>
/// Reads a cover of a box, <c>(input at: left right)</c> down to leaves that are a word, and asks about every leaf. The halves are the checker's own, so
/// that no part of the box is left out.
/// </summary>
/// <param name="symbols">The inputs by name.</param>
internal sealed class CoverText(IReadOnlyDictionary<string, Term.Symbol> symbols)
{
    private string _text = string.Empty;
    private int _at;

    /// <summary>Whether a text is a list of covers, each of which holds on the whole box.</summary>
    /// <param name="text">The covers, with a space between two of them.</param>
    /// <param name="box">The box.</param>
    /// <param name="leaves">For each cover: what a leaf says of a part of the box, and whether it is so.</param>
    public bool Holds(string text, CheckBox box, IReadOnlyList<Func<string, CheckBox, bool>> leaves)
    {
        _text = text;
        _at = 0;
        for (var cover = 0; cover < leaves.Count; cover++)
        {
            if ((cover > 0 && !Skip(' ')) || !Part(box, leaves[cover]))
            {
                return false;
            }
        }

        return _at == text.Length;
    }

    private bool Part(CheckBox box, Func<string, CheckBox, bool> leaf)
    {
        if (!Skip('('))
        {
            return leaf(Word(), box);
        }

        if (!symbols.TryGetValue(Word(), out var symbol)
            || !Skip(' ')
            || !double.TryParse(Word(), NumberStyles.Float, CultureInfo.InvariantCulture, out var middle)
            || !Skip(':')
            || !Skip(' '))
        {
            return false;
        }

        var (low, high) = box.Of(symbol);
        if (!(low <= middle && middle <= high))
        {
            return false;
        }

        // Whole numbers of the two halves do not overlap.
        var from = symbol.Kind is ScalarKind.Int32 or ScalarKind.Int64 ? Math.Floor(middle) + 1 : middle;
        return Part(box.With(symbol, low, middle), leaf) && Skip(' ') && (from > high || Part(box.With(symbol, from, high), leaf)) && Skip(')');
    }

    private string Word()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is not (' ' or '(' or ')' or ':'))
        {
            _at++;
        }

        return _text.Substring(start, _at - start);
    }

    private bool Skip(char letter)
    {
        if (_at >= _text.Length || _text[_at] != letter)
        {
            return false;
        }

        _at++;
        return true;
    }
}
