using System.Text;

namespace MechanismDsl.Proofs.Terms;

/// <summary>Writes terms in the prefix form that certificates use: <c>(Add x (Multiply 2d y))</c>.</summary>
internal static class TermText
{
    /// <summary>The text of a term; equal terms have equal texts, and no others.</summary>
    public static string Of(Term term)
    {
        var text = new StringBuilder();
        Write(text, term);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Term term)
    {
        switch (term)
        {
            case Term.Symbol symbol:
                text.Append(symbol.Name);
                break;
            case Term.Constant constant:
                WriteConstant(text, constant);
                break;
            case Term.Unary unary:
                text.Append('(').Append(unary.Operation).Append(' ');
                text.Append(unary.Operand);
                text.Append(')');
                break;
            case Term.Binary binary:
                text.Append('(').Append(binary.Operation).Append(' ');
                text.Append(binary.Left);
                text.Append(' ');
                text.Append(binary.Right);
                text.Append(')');
                break;
            case Term.Convert convert:
                text.Append('(').Append(convert.Kind).Append(' ');
                text.Append(convert.Operand);
                text.Append(')');
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(term));
        }
    }

    // A folded constant can have a real reading that its bits do not tell: 0.1 + 0.2 is 0.30000000000000004 or 3/10.
    private static void WriteConstant(StringBuilder text, Term.Constant constant)
    {
        text.Append(constant.Value);
        if (constant.Exact is { } exact && ExactReading.Of(constant.Value) != exact)
        {
            text.Append('=').Append(exact.Numerator).Append('/').Append(exact.Denominator);
        }
    }
}
