using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Symbolic;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Loops;

/// <summary>The reports of all agents, in one of the two profiles.</summary>
internal sealed class ReportArray(AgentModel model, Term focalReport) : AgentArray(focalReport.Kind)
{
    /// <inheritdoc/>
    public override Term Length => model.Number;

    /// <inheritdoc/>
    public override Term Read(Term index, int site) => model.Report(index, focalReport, site);

    /// <inheritdoc/>
    public override void Write(Term index, Term value, int site) => throw new RuleFailureException("the rule writes to the reports", site);
}

/// <summary>A public fact about every agent.</summary>
internal sealed class PublicArray(AgentModel model, int input, ScalarKind kind) : AgentArray(kind)
{
    /// <summary>The number of the input.</summary>
    public int Input { get; } = input;

    /// <inheritdoc/>
    public override Term Length => model.Number;

    /// <inheritdoc/>
    public override Term Read(Term index, int site) => model.Public(Input, index, site);

    /// <inheritdoc/>
    public override void Write(Term index, Term value, int site) => throw new RuleFailureException("the rule writes to its inputs", site);
}

/// <summary>
/// An array that the rule fills, of which only the focal agent's element is kept: laws ask for no other one. What all elements sum up to is at most
/// the sum of everything that was written, as long as nothing negative was.
/// </summary>
internal sealed class FocalCell(AgentModel model, ScalarKind kind, Term cell, Term? total) : AgentArray(kind)
{
    /// <summary>The focal agent's element.</summary>
    public Term Cell { get; private set; } = cell;

    /// <summary>The sum of what was written, <c>true</c> being one; null if it is not known, or more than there is.</summary>
    public Term? Total { get; private set; } = total;

    /// <inheritdoc/>
    public override Term Length => model.Number;

    /// <inheritdoc/>
    public override Term Read(Term index, int site) =>
        ReferenceEquals(index, model.Focal) ? Cell : throw new RuleFailureException("the rule reads what it has written for another agent", site);

    /// <inheritdoc/>
    public override void Write(Term index, Term value, int site)
    {
        if (ReferenceEquals(index, model.Focal))
        {
            Cell = value;
        }
        else if (!model.IsOther(index) && !(index is Term.Constant { Exact: not null } constant && constant.Value.AsInteger >= 0 && constant.Value.AsInteger < model.Named))
        {
            throw new RuleFailureException(AgentModel.UnknownAgent, site);
        }

        Total = Total is null ? null : Sum(Total, Count(value));
    }

    private Term? Count(Term value) => value switch
    {
        Term.Constant { Kind: ScalarKind.Boolean } constant => model.Pool.Constant(Scalar.Of(constant.Value.AsBoolean ? 1 : 0)),
        { Kind: ScalarKind.Boolean } or { Range.MayBeNaN: true } or { Range.Low: < 0 } => null,
        _ => value,
    };

    // Fixed numbers are added up, and one quantity of any size: sums of several would grow from turn to turn.
    private Term? Sum(Term total, Term? value)
    {
        if (value is null || value is Term.Constant { Exact.IsZero: true })
        {
            return value is null ? null : total;
        }

        if (total is Term.Constant { Exact.IsZero: true })
        {
            return value is Term.Constant && value.Range.High > model.System.Supply ? null : value;
        }

        return total is Term.Constant && value is Term.Constant && model.Pool.Add(total, value) is { } sum && sum.Range.High <= model.System.Supply ? sum : null;
    }
}
