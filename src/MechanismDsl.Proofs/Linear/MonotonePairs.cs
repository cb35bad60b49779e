using Fractions;
using MechanismDsl.Proofs.Real.Forms;
using MechanismDsl.Proofs.Real.Polynomials;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Linear;

/// <summary>Two values f(u), f(w) of one nondecreasing function: u ≤ w and f(u) ≤ f(w), or w &lt; u and f(w) ≤ f(u).</summary>
internal static class MonotonePairs
{
    /// <summary>The pairs among some atoms, in their order.</summary>
    public static IEnumerable<(Term First, Term Second)> Of(IReadOnlyList<int> atoms, PolynomialForms forms)
    {
        for (var first = 0; first < atoms.Count; first++)
        {
            for (var second = first + 1; second < atoms.Count; second++)
            {
                if (AreAlike(forms.Atoms[atoms[first]], forms.Atoms[atoms[second]]))
                {
                    yield return (forms.Atoms[atoms[first]], forms.Atoms[atoms[second]]);
                }
            }
        }
    }

    /// <summary>The two cases as rows.</summary>
    public static (IReadOnlyList<LinearRow> First, IReadOnlyList<LinearRow> Second) CasesOf(Term first, Term second, PolynomialForms forms)
    {
        var operands = forms.Of(OperandOf(first)) - forms.Of(OperandOf(second));
        var values = Polynomial.Variable(first.Id) - Polynomial.Variable(second.Id);
        return ([Row(operands, "1 if"), Row(values, "1 then")], [Row(operands * Fraction.MinusOne, "2 if", isStrict: true), Row(values * Fraction.MinusOne, "2 then")]);

        LinearRow Row(Polynomial form, string name, bool isStrict = false) => new(form, isStrict, $"case v{first.Id} v{second.Id} {name}");
    }

    /// <summary>Whether two terms are values of one function that never falls.</summary>
    public static bool AreAlike(Term first, Term second) => (first, second) switch
    {
        (Term.Unary one, Term.Unary two) => one.Operation == two.Operation && (ElementaryFunctions.IsRising(one.Operation)
            || one.Operation is UnaryOperation.Sqrt or UnaryOperation.Floor or UnaryOperation.Ceiling or UnaryOperation.Round or UnaryOperation.Truncate or UnaryOperation.Single or UnaryOperation.Sign),
        (Term.Convert one, Term.Convert two) => one.Kind == two.Kind && one.Operand.Kind == two.Operand.Kind,
        (Term.Binary one, Term.Binary two) when one.Operation.IsRounding() => one.Operation == two.Operation && ReferenceEquals(one.Right, two.Right),
        (Term.Binary { Operation: BinaryOperation.Pow } one, Term.Binary { Operation: BinaryOperation.Pow } two) =>
            ReferenceEquals(one.Right, two.Right) && one.Right.Range.Low > 0 && one.Left.Range.Low >= 0 && two.Left.Range.Low >= 0,
        _ => false,
    };

    /// <summary>The argument of the function.</summary>
    public static Term OperandOf(Term term) => term switch
    {
        Term.Unary unary => unary.Operand,
        Term.Convert convert => convert.Operand,
        Term.Binary binary => binary.Left,
        _ => term,
    };
}
