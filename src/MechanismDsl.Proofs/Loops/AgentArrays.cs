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

/// <summary>An array that the rule fills, of which only the focal agent's element is kept: the law asks for no other.</summary>
internal sealed class FocalCell(AgentModel model, ScalarKind kind, Term cell) : AgentArray(kind)
{
    /// <summary>The focal agent's element.</summary>
    public Term Cell { get; private set; } = cell;

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
    }
}
