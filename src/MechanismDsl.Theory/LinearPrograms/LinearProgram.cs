using Fractions;

namespace MechanismDsl.Theory.LinearPrograms;

/// <summary>How a form compares with its bound.</summary>
public enum Relation
{
    /// <summary>form ≤ bound.</summary>
    AtMost,

    /// <summary>form ≥ bound.</summary>
    AtLeast,

    /// <summary>form = bound.</summary>
    Equal,
}

/// <summary>A variable of a linear program.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="IsFree">Whether it may be negative.</param>
public sealed record LinearVariable(string Name, bool IsFree);

/// <summary>A constraint of a linear program.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Form">The left side. A form without terms is allowed: 0 ≤ bound.</param>
/// <param name="Relation">How the sides compare.</param>
/// <param name="Bound">The right side.</param>
public sealed record LinearConstraint(string Name, LinearForm Form, Relation Relation, Fraction Bound);

/// <summary>
/// A linear program over the rationals, written down variable by variable and constraint by constraint: maximise or minimise a form under constraints,
/// over variables that are at least zero or free. Without an objective, any feasible point is a solution.
/// </summary>
public sealed class LinearProgram
{
    private readonly List<LinearVariable> _variables = [];
    private readonly List<LinearConstraint> _constraints = [];

    /// <summary>The variables, in the order of their indices.</summary>
    public IReadOnlyList<LinearVariable> Variables => _variables;

    /// <summary>The constraints, in the order of their indices.</summary>
    public IReadOnlyList<LinearConstraint> Constraints => _constraints;

    /// <summary>What is maximised or minimised.</summary>
    public LinearForm Objective { get; private set; } = new();

    /// <summary>Whether the objective is maximised.</summary>
    public bool IsMaximised { get; private set; } = true;

    /// <summary>Adds a variable that is at least zero.</summary>
    /// <returns>Its index.</returns>
    public int AddVariable(string name) => Add(new LinearVariable(name, IsFree: false));

    /// <summary>Adds a variable that may have any value.</summary>
    /// <returns>Its index.</returns>
    public int AddFreeVariable(string name) => Add(new LinearVariable(name, IsFree: true));

    /// <summary>Adds a constraint.</summary>
    /// <returns>Its index.</returns>
    /// <exception cref="ArgumentException">The form has a variable that the program does not have.</exception>
    public int Constrain(string name, LinearForm form, Relation relation, Fraction bound)
    {
        Check(form);
        _constraints.Add(new LinearConstraint(name, form, relation, bound));
        return _constraints.Count - 1;
    }

    /// <summary>Sets the objective: as great as possible.</summary>
    /// <exception cref="ArgumentException">The form has a variable that the program does not have.</exception>
    public void Maximise(LinearForm form) => SetObjective(form, isMaximised: true);

    /// <summary>Sets the objective: as small as possible.</summary>
    /// <exception cref="ArgumentException">The form has a variable that the program does not have.</exception>
    public void Minimise(LinearForm form) => SetObjective(form, isMaximised: false);

    /// <summary>Solves the program exactly.</summary>
    /// <param name="cancellation">Checked at every pivot.</param>
    /// <param name="maximumPivots">After so many exact pivots the answer is <see cref="LinearAnswer.Limit"/>; null: 2000, and fewer for large programs.</param>
    /// <returns>An answer whose certificate has been checked by <see cref="LinearCheck"/>.</returns>
    public LinearAnswer Solve(CancellationToken cancellation, int? maximumPivots = null)
    {
        var answer = ExactSimplex.Solve(this, maximumPivots ?? ExactSimplex.DefaultPivots(_constraints.Count), cancellation);
        return LinearCheck.FaultOf(this, answer) is { } fault
            ? throw new InvalidOperationException($"The solver's answer is wrong: {fault}")
            : answer;
    }

    private int Add(LinearVariable variable)
    {
        _variables.Add(variable);
        return _variables.Count - 1;
    }

    private void SetObjective(LinearForm form, bool isMaximised)
    {
        Check(form);
        Objective = form;
        IsMaximised = isMaximised;
    }

    private void Check(LinearForm form)
    {
        if (form.Terms.Any(term => term.Key < 0 || term.Key >= _variables.Count))
        {
            throw new ArgumentException("The form has a variable that the program does not have.", nameof(form));
        }
    }
}
