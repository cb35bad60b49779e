using Fractions;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.LinearPrograms;

/// <summary>Checks an answer against its program by the definitions: feasibility, duality and Farkas' lemma. It shares no code with the solver.</summary>
public static class LinearCheck
{
    /// <summary>What is wrong with an answer; null if nothing is. A limit claims nothing and is always right.</summary>
    public static string? FaultOf(LinearProgram program, LinearAnswer answer) => answer switch
    {
        LinearAnswer.Optimal optimal => FaultOfOptimum(program, optimal),
        LinearAnswer.Infeasible infeasible => FaultOfMultipliers(program, infeasible.Multipliers),
        LinearAnswer.Unbounded unbounded => FaultOfPoint(program, unbounded.Point) ?? FaultOfRay(program, unbounded.Ray),
        _ => null,
    };

    private static string? FaultOfOptimum(LinearProgram program, LinearAnswer.Optimal optimal)
    {
        if (FaultOfPoint(program, optimal.Primal) is { } fault)
        {
            return fault;
        }

        if (program.Objective.At(optimal.Primal) != optimal.Value)
        {
            return "the objective at the point is not the value";
        }

        if (optimal.Dual.Count != program.Constraints.Count)
        {
            return "there is not one price a constraint";
        }

        var sense = program.IsMaximised ? Fraction.One : Fraction.MinusOne;
        if (WrongSign(program, optimal.Dual, sense) is { } constraint)
        {
            return $"the price of '{constraint}' has the wrong sign";
        }

        if (Total(program, optimal.Dual) != optimal.Value)
        {
            return "the prices do not add up to the value";
        }

        var sums = Sums(program, optimal.Dual);
        for (var variable = 0; variable < sums.Length; variable++)
        {
            var slack = (sums[variable] - program.Objective[variable]) * sense;
            if (program.Variables[variable].IsFree ? !slack.IsZero : slack.IsNegative)
            {
                return $"the prices of '{program.Variables[variable].Name}' do not bound the objective";
            }
        }

        return null;
    }

    private static string? FaultOfMultipliers(LinearProgram program, EquatableArray<Fraction> multipliers)
    {
        if (multipliers.Count != program.Constraints.Count)
        {
            return "there is not one multiplier a constraint";
        }

        if (WrongSign(program, multipliers, Fraction.One) is { } constraint)
        {
            return $"the multiplier of '{constraint}' has the wrong sign";
        }

        var sums = Sums(program, multipliers);
        for (var variable = 0; variable < sums.Length; variable++)
        {
            if (program.Variables[variable].IsFree ? !sums[variable].IsZero : sums[variable].IsNegative)
            {
                return $"the multipliers leave '{program.Variables[variable].Name}'";
            }
        }

        return Total(program, multipliers).IsNegative ? null : "the multipliers do not add up to a contradiction";
    }

    private static string? FaultOfPoint(LinearProgram program, EquatableArray<Fraction> point)
    {
        if (point.Count != program.Variables.Count)
        {
            return "the point has not one value a variable";
        }

        if (NegativeVariable(program, point) is { } variable)
        {
            return $"'{variable}' is negative";
        }

        var broken = program.Constraints.FirstOrDefault(constraint => !Holds(constraint.Form.At(point) - constraint.Bound, constraint.Relation));
        return broken is null ? null : $"'{broken.Name}' is broken";
    }

    private static string? FaultOfRay(LinearProgram program, EquatableArray<Fraction> ray)
    {
        if (ray.Count != program.Variables.Count || NegativeVariable(program, ray) is not null)
        {
            return "the ray leaves the domain of a variable";
        }

        if (program.Constraints.FirstOrDefault(constraint => !Holds(constraint.Form.At(ray), constraint.Relation)) is { } broken)
        {
            return $"the ray breaks '{broken.Name}'";
        }

        var growth = program.Objective.At(ray);
        return (program.IsMaximised ? growth.IsPositive : growth.IsNegative) ? null : "the ray does not improve the objective";
    }

    private static bool Holds(Fraction excess, Relation relation) => relation switch
    {
        Relation.AtMost => !excess.IsPositive,
        Relation.AtLeast => !excess.IsNegative,
        _ => excess.IsZero,
    };

    private static string? NegativeVariable(LinearProgram program, EquatableArray<Fraction> values) =>
        program.Variables.Where((variable, index) => !variable.IsFree && values[index].IsNegative).FirstOrDefault()?.Name;

    private static string? WrongSign(LinearProgram program, EquatableArray<Fraction> multipliers, Fraction sense) =>
        program.Constraints.Where((constraint, index) => constraint.Relation switch
        {
            Relation.AtMost => (multipliers[index] * sense).IsNegative,
            Relation.AtLeast => (multipliers[index] * sense).IsPositive,
            _ => false,
        }).FirstOrDefault()?.Name;

    private static Fraction Total(LinearProgram program, EquatableArray<Fraction> multipliers) =>
        program.Constraints.Select((constraint, index) => constraint.Bound * multipliers[index]).Aggregate(Fraction.Zero, (sum, term) => sum + term);

    private static Fraction[] Sums(LinearProgram program, EquatableArray<Fraction> multipliers)
    {
        var sums = Enumerable.Repeat(Fraction.Zero, program.Variables.Count).ToArray();
        for (var index = 0; index < program.Constraints.Count; index++)
        {
            if (!multipliers[index].IsZero)
            {
                foreach (var term in program.Constraints[index].Form.Terms)
                {
                    sums[term.Key] += term.Value * multipliers[index];
                }
            }
        }

        return sums;
    }
}
