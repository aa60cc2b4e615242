// A mistake on purpose: the check of types must find it.
'use strict';

/** @type {number} */
const count = 'three';
