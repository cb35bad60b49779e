using MechanismDsl.Proofs.Laws;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Symbolic;
using MechanismDsl.Proofs.Terms;
using MechanismDsl.Proofs.Verdicts;

namespace MechanismDsl.Proofs.Proving;

/// <summary>
/// Executes the rules on a witness in exact rational arithmetic, the values read as the decimals written. A law that is broken by doubles but not
/// here is broken by rounding at a jump (0.1 + 89.8 + 0.1 can be less than 90, depending on the order of the sum), not by the rule.
/// </summary>
internal static class RealReplay
{
    private const int LongestPath = 100_000;

    /// <summary>Whether the law holds at the witness in exact arithmetic; false if it is broken, or if the rules leave the rational numbers.</summary>
    public static bool Holds(Question question, Witness witness)
    {
        var isSwapped = witness.Other is { } other && Order(other, Truth(question, witness)) < 0;
        if (LawCases.Of(question, witness.Agents, () => new TermPool { ReadsExactly = true }, (pool, symbol) => ValueOf(question, pool, witness, symbol, isSwapped)) is not { } cases)
        {
            return false;
        }

        foreach (var @case in cases.Where(@case => @case.Focal == witness.Agent || cases.Count == 1))
        {
            var path = new ExactPath();
            try
            {
                @case.Execute(path);
            }
            catch (RuleFailureException)
            {
                return false;
            }
            catch (FuelExhaustedException)
            {
                return false;
            }

            if (path.IsBroken)
            {
                return false;
            }
        }

        return true;
    }

    private static Scalar Truth(Question question, Witness witness)
    {
        var input = question.Property == Property.UnaffectedByInput ? question.Focus : InputTerms.ReportOf(question.System);
        return ValueAt(witness, input, witness.Agent);
    }

    private static Scalar ValueAt(Witness witness, int input, int agent) => witness.Inputs[input][witness.Inputs[input].Count == 1 ? 0 : agent];

    private static int Order(Scalar left, Scalar right) => left.ToNumber().CompareTo(right.ToNumber());

    // x is the lower one of the two reports, whichever of them is true.
    private static Term.Constant ValueOf(Question question, TermPool pool, Witness witness, Term.Symbol symbol, bool isSwapped)
    {
        var isOther = symbol.Role == SymbolRole.FocalOther != isSwapped && symbol.Role is SymbolRole.Focal or SymbolRole.FocalOther;
        return pool.Constant(isOther && witness.Other is { } other ? other
            : symbol.Role is SymbolRole.Focal or SymbolRole.FocalOther ? Truth(question, witness)
            : ValueAt(witness, symbol.Input, Math.Max(symbol.Agent, 0)));
    }

    private sealed class ExactPath : IDecisions
    {
        private int _steps;

        public bool IsBroken { get; private set; }

        public bool Decide(Fact question)
        {
            ValueRange left = question.Left.Range, right = question.Right.Range;
            return !left.MayBeNaN && !right.MayBeNaN && left.High < right.Low ? true
                : !left.MayBeNaN && !right.MayBeNaN && right.High < left.Low ? false
                : throw new FuelExhaustedException("a comparison is not one of rational numbers");
        }

        // A demand that is left over is one that the constants do not decide: not known to hold.
        public void Require(Goal goal, string words, int site) => IsBroken = true;

        public void Step()
        {
            if (++_steps > LongestPath)
            {
                throw new FuelExhaustedException("a path is too long");
            }
        }
    }
}
