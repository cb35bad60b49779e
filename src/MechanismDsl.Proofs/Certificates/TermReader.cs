using System.Globalization;
using System.Numerics;
using Fractions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Certificates;

/// <summary>Reads terms in the prefix form of certificates.</summary>
/// <param name="pool">Where the terms live; it knows the symbols.</param>
internal sealed class TermReader(TermPool pool)
{
    private readonly Dictionary<string, Term.Symbol> _symbols = pool.Symbols.ToDictionary(symbol => symbol.Name, StringComparer.Ordinal);
    private string _text = string.Empty;
    private int _at;

    /// <summary>The term that a text stands for.</summary>
    /// <exception cref="FormatException">The text is no term over the pool's symbols.</exception>
    public Term Read(string text)
    {
        _text = text;
        _at = 0;
        var term = Read();
        return _at == text.Length ? term : throw new FormatException("There is text after the term: " + text);
    }

    private Term Read()
    {
        if (_at >= _text.Length || _text[_at] != '(')
        {
            return Leaf(Word());
        }

        _at++;
        var head = Word();
        Skip(' ');
        var first = Read();
        Term? second = null;
        if (_at < _text.Length && _text[_at] == ' ')
        {
            Skip(' ');
            second = Read();
        }

        Skip(')');
        return second is not null ? pool.Binary(Parse<BinaryOperation>(head), first, second)
            : Enum.TryParse<ScalarKind>(head, out var kind) ? pool.Convert(kind, first)
            : pool.Unary(Parse<UnaryOperation>(head), first);
    }

    private Term Leaf(string word)
    {
        if (_symbols.TryGetValue(word, out var symbol))
        {
            return symbol;
        }

        var mark = word.IndexOf('=');
        var value = Value(mark < 0 ? word : word.Substring(0, mark));
        if (mark < 0)
        {
            return pool.Constant(value);
        }

        var parts = word.Substring(mark + 1).Split('/');
        if (parts.Length != 2)
        {
            throw new FormatException("There should be a fraction in: " + word);
        }

        return pool.Constant(value, new Fraction(BigInteger.Parse(parts[0], CultureInfo.InvariantCulture), BigInteger.Parse(parts[1], CultureInfo.InvariantCulture)));
    }

    private static Scalar Value(string word)
    {
        if (word.Length == 0)
        {
            throw new FormatException("There is no term.");
        }

        var digits = word.Substring(0, word.Length - 1);
        return word switch
        {
            "true" => Scalar.Of(true),
            "false" => Scalar.Of(false),
            _ => word[word.Length - 1] switch
            {
                'd' => Scalar.Of(double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture)),
                'm' => Scalar.Of(decimal.Parse(digits, NumberStyles.Number, CultureInfo.InvariantCulture)),
                'L' => Scalar.Of(long.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)),
                _ => Scalar.Of(int.Parse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)),
            },
        };
    }

    private static T Parse<T>(string word)
        where T : struct => Enum.TryParse<T>(word, out var value) ? value : throw new FormatException("There is no operation " + word);

    private string Word()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is not (' ' or '(' or ')'))
        {
            _at++;
        }

        return _text.Substring(start, _at - start);
    }

    private void Skip(char expected)
    {
        if (_at >= _text.Length || _text[_at] != expected)
        {
            throw new FormatException($"There should be '{expected}' at {_at.ToString(CultureInfo.InvariantCulture)} in: {_text}");
        }

        _at++;
    }
}
